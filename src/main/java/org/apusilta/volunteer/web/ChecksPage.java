package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.security.Principal;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Assessments;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.engine.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Where a team lead assesses a kind of help by the three tests of Act 148/2014, before anybody may be asked for consent. Says nothing of any person. */
@Controller
@Hidden
@RequestMapping("/checks")
class ChecksPage {

    /** One kind. @param stand NEEDED, NOT_NEEDED, OPEN (may need a check, nobody has assessed it) or NONE (not with minors) @param by the name of who assessed it last */
    public record Row(String code, String name, String stand, Assessments.@Nullable Assessment newest, @Nullable String by) {}

    private final Assessments assessments;
    private final Catalogue catalogue;
    private final Accounts accounts;

    ChecksPage(Assessments assessments, Catalogue catalogue, Accounts accounts) {
        this.assessments = assessments;
        this.catalogue = catalogue;
        this.accounts = accounts;
    }

    @GetMapping
    String list(@RequestParam(name = "kept", required = false) @Nullable String kept, Locale language, Model model) {
        var rows = rows(language);
        model.addAttribute("open", rows.stream().filter(row -> row.stand().equals("OPEN")).toList());
        model.addAttribute("assessed", rows.stream().filter(row -> row.newest() != null).toList());
        model.addAttribute("others", rows.stream().filter(row -> row.stand().equals("NONE")).toList());
        model.addAttribute("kept", kept != null);
        return "volunteer/checks";
    }

    @GetMapping("/{kind:[A-Z_]+}")
    String one(@PathVariable("kind") String kind, Locale language, Model model) {
        return form(kind, false, language, model);
    }

    /** Each of the three must be answered: nothing is assessed by leaving it out. */
    @PostMapping("/{kind:[A-Z_]+}")
    String assess(@PathVariable("kind") String kind, @RequestParam(name = "regularly", defaultValue = "") String regularly,
            @RequestParam(name = "inPerson", defaultValue = "") String inPerson, @RequestParam(name = "alone", defaultValue = "") String alone, Principal who, Locale language, Model model) {
        if (!List.of(regularly, inPerson, alone).stream().allMatch(answer -> answer.matches("yes|no"))) {
            return form(kind, true, language, model);
        }
        try {
            assessments.assess(kind, regularly.equals("yes"), inPerson.equals("yes"), alone.equals("yes"), who.getName());
        } catch (NoSuchElementException unknown) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return "redirect:/checks?kept";
    }

    private String form(String kind, boolean unanswered, Locale language, Model model) {
        model.addAttribute("row", rows(language).stream().filter(row -> row.code().equals(kind)).findFirst().orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
        model.addAttribute("belongs", catalogue.kind(kind).orElseThrow().belongs().in(language));
        var history = assessments.of(kind);
        model.addAttribute("history", history);
        model.addAttribute("names", history.stream().map(Assessments.Assessment::by).distinct().collect(Collectors.toMap(Function.identity(), this::name)));
        model.addAttribute("unanswered", unanswered);
        return "volunteer/check";
    }

    private String name(String username) {
        return accounts.find(username).map(Accounts.Account::displayName).orElse(username);
    }

    private List<Row> rows(Locale language) {
        var newest = assessments.newest();
        return catalogue.kinds().stream().map(kind -> {
            var known = newest.get(kind.code());
            var stand = known != null ? known.holds() ? "NEEDED" : "NOT_NEEDED" : kind.checkRequired() ? "OPEN" : "NONE";
            return new Row(kind.code(), kind.name().in(language), stand, known, known == null ? null : name(known.by()));
        }).toList();
    }
}
