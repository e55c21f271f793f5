package org.apusilta.security.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.security.Absences;
import org.apusilta.security.Access;
import org.apusilta.security.Colleagues;
import org.apusilta.security.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Who is away and who stands in: entered once, it begins and ends by its dates. */
@Controller
@RequestMapping("/absences")
class AbsencePage {

    private final Absences absences;
    private final Colleagues colleagues;
    private final Access access;
    private final MessageSource texts;

    AbsencePage(Absences absences, Colleagues colleagues, Access access, MessageSource texts) {
        this.absences = absences;
        this.colleagues = colleagues;
        this.access = access;
        this.texts = texts;
    }

    @GetMapping
    String list(Locale reader, Model model) {
        var all = colleagues.all();
        model.addAttribute("absences", absences.known());
        model.addAttribute("deputies", all);
        model.addAttribute("people", access.role() == Role.LEAD ? all : all.stream().filter(one -> one.username().equals(access.username())).toList());
        model.addAttribute("own", access.username());
        model.addAttribute("day", DateTimeFormatter.ofPattern(texts.getMessage("absence.date", null, reader)));
        return "security/absences";
    }

    @PostMapping
    String add(@RequestParam(name = "who", defaultValue = "") String who, @RequestParam(name = "deputy", defaultValue = "") String deputy,
            @RequestParam(name = "first", defaultValue = "") String first, @RequestParam(name = "last", defaultValue = "") String last,
            RedirectAttributes flash) {
        try {
            absences.add(username(who), username(deputy), LocalDate.parse(first), LocalDate.parse(last));
            flash.addFlashAttribute("said", "absence.said.added");
        } catch (Absences.Refused refused) {
            flash.addFlashAttribute("problem", "absence.problem." + refused.problem());
        } catch (DateTimeParseException noDay) {
            flash.addFlashAttribute("problem", "absence.problem.DATES");
        }
        return "redirect:/absences";
    }

    @PostMapping("/{id}/end")
    String end(@PathVariable("id") UUID id, RedirectAttributes flash) {
        absences.end(id);
        flash.addFlashAttribute("said", "absence.said.ended");
        return "redirect:/absences";
    }

    private String username(String code) {
        try {
            return colleagues.find(UUID.fromString(code)).orElseThrow(() -> new Absences.Refused(Absences.Problem.UNKNOWN)).username();
        } catch (IllegalArgumentException nobody) {
            throw new Absences.Refused(Absences.Problem.UNKNOWN);
        }
    }
}
