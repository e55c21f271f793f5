package org.apusilta.catalogue.web;

import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apusilta.catalogue.BorderRule;
import org.apusilta.catalogue.BorderRules;
import org.apusilta.catalogue.Catalogue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where managers keep the rules of the border: what counts now, what is to come, and a new version from a day on (R7, R20). */
@Controller
@RequestMapping("/border")
class BorderPage {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final BorderRules rules;
    private final Catalogue catalogue;
    private final Clock clock;

    BorderPage(BorderRules rules, Catalogue catalogue, Clock clock) {
        this.rules = rules;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @GetMapping
    String list(@RequestParam(required = false) String kept, Model model) {
        model.addAttribute("rules", rules.on(today()));
        model.addAttribute("coming", rules.all().stream().filter(rule -> rule.validFrom().isAfter(today())).toList());
        model.addAttribute("kept", kept != null);
        return "catalogue/border";
    }

    @GetMapping("/new")
    String fresh(Model model) {
        return form(new LinkedHashMap<>(Map.of("from", today().toString(), "side", "UNCLEAR")), Map.of(), List.of(), model);
    }

    @GetMapping("/{code}")
    String edit(@PathVariable String code, Model model) {
        var versions = rules.all().stream().filter(rule -> rule.code().equals(code)).toList();
        return versions.isEmpty() ? "redirect:/border" : form(BorderForm.of(versions.get(0), today()), Map.of(), versions, model);
    }

    /** Post, then redirect: going back sends nothing twice. */
    @PostMapping
    String keep(@RequestParam Map<String, String> sent, Principal who, Model model) {
        var read = BorderForm.read(sent, today(), code -> catalogue.kind(code).isPresent());
        if (read.rule() == null) {
            var versions = rules.all().stream().filter(rule -> rule.code().equals(sent.get("code"))).toList();
            return form(sent, read.mistakes(), versions, model);
        }
        rules.keep(read.rule(), who.getName());
        return "redirect:/border?kept";
    }

    private String form(Map<String, String> values, Map<String, String> mistakes, List<BorderRule> versions, Model model) {
        model.addAttribute("values", values);
        model.addAttribute("mistakes", mistakes);
        model.addAttribute("versions", versions);
        model.addAttribute("kinds", catalogue.kinds());
        model.addAttribute("services", BorderForm.SERVICES);
        model.addAttribute("sides", BorderRule.Side.values());
        return "catalogue/border-rule";
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }
}
