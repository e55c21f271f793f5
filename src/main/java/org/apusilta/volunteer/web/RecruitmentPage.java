package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.engine.Accounts;
import org.apusilta.security.Access;
import org.apusilta.volunteer.internal.ApplicationWords;
import org.apusilta.volunteer.internal.Recruitment;
import org.apusilta.volunteer.internal.Recruitment.Opening;
import org.apusilta.volunteer.internal.Recruitment.Said;
import org.apusilta.volunteer.internal.RecruitmentFunnel;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where leads see for what we take volunteers now, and say otherwise. */
@Controller
@Hidden
@RequestMapping("/recruitment")
class RecruitmentPage {

    /** One kind. */
    public record Line(String name, String wanted, boolean open) {}

    /** A lead's word. */
    public record Word(String kind, String major, String name, String place, boolean open, @Nullable String until, String by) {}

    private final Recruitment recruitment;
    private final RecruitmentFunnel funnel;
    private final Catalogue catalogue;
    private final KindCards kinds;
    private final ApplicationWords words;
    private final Accounts accounts;
    private final Access access;

    RecruitmentPage(Recruitment recruitment, RecruitmentFunnel funnel, Catalogue catalogue, KindCards kinds, ApplicationWords words, Accounts accounts, Access access) {
        this.recruitment = recruitment;
        this.funnel = funnel;
        this.catalogue = catalogue;
        this.kinds = kinds;
        this.words = words;
        this.accounts = accounts;
        this.access = access;
    }

    @GetMapping
    String show(Locale reader, Model model) {
        var openings = recruitment.openings().stream().collect(Collectors.groupingBy(Opening::kind));
        model.addAttribute("lines", catalogue.kinds().stream().map(kind -> {
            var own = openings.getOrDefault(kind.code(), List.of());
            return new Line(kind.name().in(reader), kinds.wanted(own, reader), own.stream().anyMatch(Opening::open));
        }).toList());
        model.addAttribute("said", recruitment.said().stream().map(one -> word(one, reader)).toList());
        model.addAttribute("kinds", catalogue.kinds().stream().map(kind -> new ApplicationPage.Choice(kind.code(), kind.name().in(reader))).toList());
        model.addAttribute("majors", majors(reader));
        model.addAttribute("funnelColumns", funnel.columns());
        model.addAttribute("funnel", funnel.rows());
        model.addAttribute("funnelSince", words.day(funnel.since(), reader));
        return "volunteer/recruitment";
    }

    @PostMapping
    String say(@RequestParam(name = "kind", defaultValue = "") String kind, @RequestParam(name = "major", defaultValue = "") String major,
            @RequestParam(name = "word", defaultValue = "") String word, @RequestParam(name = "until", defaultValue = "") String until, Locale reader, RedirectAttributes flash) {
        if (catalogue.kind(kind).isEmpty() || majors(reader).stream().noneMatch(one -> one.code().equals(major)) || !List.of("OPEN", "CLOSED", "NUMBERS").contains(word)) {
            flash.addFlashAttribute("problem", "onboard.recruitment.wrong");
            return "redirect:/recruitment";
        }
        try {
            if (word.equals("NUMBERS")) {
                recruitment.takeBack(kind, major);
            } else {
                recruitment.say(kind, major, word.equals("OPEN"), until.isEmpty() ? null : LocalDate.parse(until), access.username());
            }
            flash.addFlashAttribute("told", "onboard.recruitment.kept");
        } catch (DateTimeParseException noDay) {
            flash.addFlashAttribute("problem", "onboard.recruitment.wrong");
        }
        return "redirect:/recruitment";
    }

    private Word word(Said one, Locale reader) {
        return new Word(one.kind(), one.major(), catalogue.kind(one.kind()).map(kind -> kind.name().in(reader)).orElse(one.kind()),
                one.major().equals(Recruitment.WHOLE_CITY) ? words.say("onboard.recruitment.city", reader) : kinds.major(one.major(), reader), one.open(),
                one.until() == null ? null : words.day(one.until(), reader), accounts.find(one.saidBy()).map(Accounts.Account::displayName).orElse(one.saidBy()));
    }

    private List<ApplicationPage.Choice> majors(Locale reader) {
        var all = new ArrayList<ApplicationPage.Choice>();
        all.add(new ApplicationPage.Choice(Recruitment.WHOLE_CITY, words.say("onboard.recruitment.city", reader)));
        catalogue.districts().stream().map(District::majorCode).distinct().sorted().forEach(code -> all.add(new ApplicationPage.Choice(code, kinds.major(code, reader))));
        return all;
    }
}
