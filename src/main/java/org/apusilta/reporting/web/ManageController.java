package org.apusilta.reporting.web;

import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apusilta.catalogue.BorderRules;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.partner.HandOffs;
import org.apusilta.reporting.internal.Overviews;
import org.apusilta.volunteer.RegisterFigures;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.server.ResponseStatusException;

/** The managers' overview. Every figure is in a table; charts are drawn from the tables in the browser. */
@Controller
class ManageController {

    private static final List<String> PROCESSES = List.of("help-request", "clarify-request", "find-volunteer", "ask-client", "partner-handoff", "first-meeting", "make-agreement", "support-relationship", "visit-log", "scope-drift", "mediation");
    private static final List<Integer> WEEKS = List.of(4, 13, 26, 52);
    private static final Set<String> MAJORS = Set.of("1", "2", "3", "4", "5", "6", "7", "8");

    private final Overviews overviews;
    private final HandOffs handOffs;
    private final RegisterFigures register;
    private final Catalogue catalogue;
    private final BorderRules rules;
    private final MessageSource texts;

    ManageController(Overviews overviews, HandOffs handOffs, RegisterFigures register, Catalogue catalogue, BorderRules rules, MessageSource texts) {
        this.overviews = overviews;
        this.handOffs = handOffs;
        this.register = register;
        this.catalogue = catalogue;
        this.rules = rules;
        this.texts = texts;
    }

    /** A choice we do not know is answered as if nothing had been chosen. */
    @GetMapping("/manage")
    String overview(@RequestParam(defaultValue = "") String major, @RequestParam(defaultValue = "") String weeks,
            @RequestParam(defaultValue = "") String process, Locale language, Model model) {
        var chosenMajor = MAJORS.contains(major) ? major : null;
        int chosenWeeks = WEEKS.stream().filter(choice -> weeks.equals(choice.toString())).findFirst().orElse(26);
        var chosenProcess = PROCESSES.contains(process) ? process : PROCESSES.get(0);
        model.addAttribute("figures", overviews.of(chosenMajor, chosenWeeks, chosenProcess));
        model.addAttribute("majors", catalogue.districts().stream().sorted(java.util.Comparator.comparing(District::majorCode))
                .collect(Collectors.toMap(District::majorCode, district -> district.majorName().in(language), (one, same) -> one, java.util.LinkedHashMap::new)));
        model.addAttribute("major", Optional.ofNullable(chosenMajor).orElse(""));
        model.addAttribute("partners", handOffs.counts());
        model.addAttribute("register", register.counts(chosenMajor));
        model.addAttribute("periods", WEEKS);
        model.addAttribute("weeks", chosenWeeks);
        model.addAttribute("processes", PROCESSES);
        model.addAttribute("process", chosenProcess);
        model.addAttribute("say", new Sayings(texts, language, catalogue, rules));
        return "reporting/manage";
    }

    /** The drawing the browser shows; the same for everybody. */
    @GetMapping(path = "/manage/drawings/{process}", produces = "application/xml")
    @ResponseBody
    String drawing(@PathVariable String process) {
        if (!PROCESSES.contains(process)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            return overviews.drawing(process);
        } catch (NoSuchElementException e) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}
