package org.apusilta.matching.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.matching.internal.CaseWishes;
import org.apusilta.matching.internal.WeightTable;
import org.apusilta.security.Access;
import org.apusilta.security.Colleagues;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where managers keep what a wish is worth: what counts now, and a new version from a day on; and the ages from which kinds of help may be given. */
@Controller
@Hidden
@RequestMapping("/matching/weights")
class WeightsPage {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final WeightTable table;
    private final CaseWishes wishes;
    private final Catalogue catalogue;
    private final Colleagues colleagues;
    private final Access access;
    private final Clock clock;

    WeightsPage(WeightTable table, CaseWishes wishes, Catalogue catalogue, Colleagues colleagues, Access access, Clock clock) {
        this.table = table;
        this.wishes = wishes;
        this.catalogue = catalogue;
        this.colleagues = colleagues;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String show(@RequestParam(name = "kept", required = false) String kept, Locale reader, Model model) {
        model.addAttribute("kept", kept != null);
        return page(WeightsForm.of(table.on(today()), today(), reader), List.of(), reader, model);
    }

    /** Post, then redirect: going back sends nothing twice. */
    @PostMapping
    String keep(@RequestParam Map<String, String> sent, Locale reader, Model model) {
        var read = WeightsForm.read(sent, today());
        if (read.weights() == null || read.from() == null) {
            return page(sent, read.mistakes(), reader, model);
        }
        table.keep(read.weights(), read.from(), access.username());
        return "redirect:/matching/weights?kept";
    }

    /** From which age a kind of help may be given; counts at once, for who is proposed from now on. */
    @PostMapping("/ages")
    String ages(@RequestParam Map<String, String> sent, Locale reader, Model model) {
        var ages = new HashMap<String, Integer>();
        for (var kind : catalogue.kinds()) {
            var typed = sent.getOrDefault("age-" + kind.code(), "").strip();
            if (!typed.matches("[1-8][0-9]") || Integer.parseInt(typed) < CaseWishes.YOUNGEST || Integer.parseInt(typed) > CaseWishes.OLDEST) {
                model.addAttribute("agesWrong", kind.code());
                model.addAttribute("ages", catalogue.kinds().stream().collect(Collectors.toMap(Kind::code, one -> sent.getOrDefault("age-" + one.code(), ""))));
                return page(WeightsForm.of(table.on(today()), today(), reader), List.of(), reader, model);
            }
            ages.put(kind.code(), Integer.valueOf(typed));
        }
        wishes.keepAges(ages);
        return "redirect:/matching/weights?kept#ages-title";
    }

    private String page(Map<String, String> values, List<String> mistakes, Locale reader, Model model) {
        var now = table.on(today());
        model.addAttribute("values", values);
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("wishes", WeightsForm.WISHES);
        model.addAttribute("now", now);
        model.addAttribute("most", now.distance() + now.times() + now.interests() + now.language() + now.practice() + now.load() + now.recency() + now.earlier());
        var versions = table.versions();
        model.addAttribute("versions", versions);
        model.addAttribute("contents", versions.stream().collect(Collectors.toMap(WeightTable.Version::version,
                one -> WeightsForm.of(table.of(one.version()), one.validFrom(), reader))));
        model.addAttribute("people", colleagues.all().stream().collect(Collectors.toMap(Colleagues.Colleague::username, Colleagues.Colleague::name)));
        model.addAttribute("today", today());
        model.addAttribute("kinds", catalogue.kinds());
        model.addAttribute("reader", reader);
        if (!model.containsAttribute("ages")) {
            model.addAttribute("ages", wishes.ages());
        }
        model.addAttribute("say", new Figures(reader));
        return "matching/weights";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }
}
