package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Accounts;
import org.apusilta.engine.Twice;
import org.apusilta.engine.Typed;
import org.apusilta.security.Access;
import org.apusilta.volunteer.internal.CareDays;
import org.apusilta.volunteer.internal.CareDue;
import org.apusilta.volunteer.internal.CareDue.Due;
import org.apusilta.volunteer.process.RecognitionProcess;
import org.apusilta.volunteer.process.RecognitionProcess.Bulk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Thanks for many on one screen. Each goes on in a transaction of its own, and the page says which did not and why. */
@Controller
@Hidden
@RequestMapping("/volunteers/thanks")
class ThanksPage {

    private static final Logger LOG = LoggerFactory.getLogger(ThanksPage.class);
    private static final int MOST = 200;
    private static final int LONGEST = 2000;

    private final CareDue due;
    private final RecognitionProcess process;
    private final Accounts accounts;
    private final Access access;

    ThanksPage(CareDue due, RecognitionProcess process, Accounts accounts, Access access) {
        this.due = due;
        this.process = process;
        this.accounts = accounts;
        this.access = access;
    }

    /** @param claimed name of the colleague who has taken it, null when nobody has or the reader themselves */
    public record Row(UUID id, UUID volunteerId, String name, String milestone, boolean certificate, String since, @Nullable String claimed) {}

    /** What could not be done. @param why TAKEN, GONE or FAILED */
    public record Not(String why, List<String> names) implements java.io.Serializable {}

    @GetMapping
    String list(Locale reader, Model model) {
        var waiting = due.thanksWaiting(access.districts());
        var open = process.open(waiting);
        model.addAttribute("rows", waiting.stream().filter(one -> open.containsKey(one.id())).limit(MOST).map(one -> new Row(one.id(), one.volunteerId(), one.name(), one.occasion(), one.certificate(),
                CareDays.longDay(one.foundOn(), reader), colleague(open.get(one.id()).orElse(null)))).toList());
        model.addAttribute("mayWork", access.role() != org.apusilta.security.Role.ADMIN);
        model.asMap().putIfAbsent("words", "");
        return "volunteer/thanks";
    }

    @PostMapping
    String thank(@RequestParam(name = "due", defaultValue = "") List<UUID> chosen, @RequestParam(defaultValue = "") String words, RedirectAttributes flash) {
        var said = Typed.clean(words, true);
        var cut = said.substring(0, Math.min(said.length(), LONGEST));
        if (chosen.isEmpty()) {
            flash.addFlashAttribute("problem", "care.thanks.nobody");
            flash.addFlashAttribute("words", cut);
            return "redirect:/volunteers/thanks#said";
        }
        int approved = 0;
        var not = new EnumMap<Why, List<String>>(Why.class);
        for (var id : chosen.stream().distinct().limit(MOST).toList()) {
            var one = due.find(id).filter(known -> access.maySeeDistrict(known.major())).orElse(null);
            if (one != null) {
                var why = attempt(one, cut);
                if (why == null) {
                    approved++;
                } else {
                    not.computeIfAbsent(why, reason -> new ArrayList<>()).add(one.name());
                }
            }
        }
        flash.addFlashAttribute("approved", approved);
        flash.addFlashAttribute("others", not.entrySet().stream().map(one -> new Not(one.getKey().name(), one.getValue())).collect(java.util.stream.Collectors.toCollection(ArrayList::new)));
        return "redirect:/volunteers/thanks#said";
    }

    private enum Why { TAKEN, GONE, FAILED }

    /** @return null when it is approved */
    private @Nullable Why attempt(Due one, String words) {
        try {
            var bulk = Twice.tried(() -> process.approve(one.id(), words, access.username()));
            return bulk == Bulk.APPROVED ? null : Why.valueOf(bulk.name());
        } catch (RuntimeException refused) {
            LOG.warn("Thanks {} could not be approved among others ({})", one.id(), refused.getClass().getSimpleName());
            return Why.FAILED;
        }
    }

    private @Nullable String colleague(@Nullable String account) {
        return account == null || account.equals(access.username()) ? null : accounts.find(account).map(Accounts.Account::displayName).orElse(account);
    }
}
