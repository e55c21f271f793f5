package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apusilta.engine.Accounts;
import org.apusilta.volunteer.internal.Insured;
import org.apusilta.volunteer.internal.Templates;
import org.apusilta.volunteer.internal.Terms;
import org.apusilta.volunteer.internal.Terms.Term;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where team leads keep the city's agreement template and the terms of agreement, insurance and checks, each from a day on. */
@Controller
@Hidden
@RequestMapping("/terms")
class TermsPage {

    private final Terms terms;
    private final Templates templates;
    private final Insured insured;
    private final Accounts accounts;

    TermsPage(Terms terms, Templates templates, Insured insured, Accounts accounts) {
        this.terms = terms;
        this.templates = templates;
        this.insured = insured;
        this.accounts = accounts;
    }

    @GetMapping
    String show(@RequestParam(name = "said", defaultValue = "") String said, Model model) {
        return page(said.matches("template|term|undated") ? said : "", Map.of(), model);
    }

    /** A new version for all sectors; what was signed before keeps its words. */
    @PostMapping("/template")
    String template(@RequestParam Map<String, String> sent, Principal who, Model model) {
        try {
            templates.keep(LocalDate.parse(sent.getOrDefault("from", "")), sent.getOrDefault("fi", ""), sent.getOrDefault("sv", ""), sent.getOrDefault("en", ""), who.getName());
        } catch (IllegalArgumentException | DateTimeParseException refused) {
            return page("template-wrong", sent, model);
        }
        return "redirect:/terms?said=template";
    }

    @PostMapping("/term")
    String term(@RequestParam Map<String, String> sent, Principal who, Model model) {
        try {
            var term = Term.valueOf(sent.getOrDefault("term", ""));
            terms.keep(term, LocalDate.parse(sent.getOrDefault("from", "")), Integer.parseInt(sent.getOrDefault("value", "").strip()), who.getName());
            if (term == Term.INSURANCE_AGE_FROM || term == Term.INSURANCE_AGE_TO) {
                insured.agesChanged();
            }
        } catch (IllegalArgumentException | DateTimeParseException refused) {
            return page("term-wrong", sent, model);
        }
        return "redirect:/terms?said=term";
    }

    private String page(String said, Map<String, String> values, Model model) {
        var today = insured.today();
        var now = new LinkedHashMap<String, Integer>();
        Arrays.stream(Term.values()).forEach(term -> now.put(term.name(), terms.on(term, today)));
        model.addAttribute("said", said);
        model.addAttribute("values", values);
        model.addAttribute("terms", now);
        model.addAttribute("history", terms.all());
        model.addAttribute("current", templates.on(today));
        model.addAttribute("versions", templates.all());
        model.addAttribute("today", today);
        model.addAttribute("staff", accounts.names());
        return "volunteer/terms";
    }
}
