package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.security.Access;
import org.apusilta.volunteer.internal.Briefings;
import org.apusilta.volunteer.internal.TrainingDay;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Briefings of the sites' staff, the ones longest ago first (R4, R28). */
@Controller
@Hidden
@RequestMapping("/trainings/briefings")
class BriefingsPage {

    private final Briefings briefings;
    private final TrainingDay day;
    private final Access access;

    BriefingsPage(Briefings briefings, TrainingDay day, Access access) {
        this.briefings = briefings;
        this.day = day;
        this.access = access;
    }

    @GetMapping
    String list(@RequestParam(name = "said", defaultValue = "") String said, Locale language, Model model) {
        model.addAttribute("sites", briefings.sites(access.districts(), language));
        model.addAttribute("today", day.today());
        model.addAttribute("said", said.matches("kept|wrong") ? said : "");
        return "volunteer/briefings";
    }

    /** The staff of a site, and when asked so its contact as well. */
    @PostMapping
    String keep(@RequestParam("site") String site, @RequestParam(name = "day", defaultValue = "") String on, @RequestParam(name = "coached", defaultValue = "") String coached, Principal who) {
        try {
            briefings.briefed(site, access.districts(), LocalDate.parse(on), coached.isEmpty() ? null : UUID.fromString(coached), who.getName());
        } catch (IllegalArgumentException | DateTimeParseException | NoSuchElementException wrong) {
            return "redirect:/trainings/briefings?said=wrong";
        }
        return "redirect:/trainings/briefings?said=kept";
    }
}
