package org.apusilta.casefile.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.casefile.CaseFiles;
import org.apusilta.casefile.internal.UntoldMessages;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is to be told by phone or letter, of all cases one may see; in a closed case no task leads there. */
@Controller
@Hidden
@RequestMapping("/cases/to-tell")
class ToTellPage {

    private final UntoldMessages untold;
    private final CaseFiles files;
    private final Catalogue catalogue;
    private final Access access;
    private final MessageSource texts;

    ToTellPage(UntoldMessages untold, CaseFiles files, Catalogue catalogue, Access access, MessageSource texts) {
        this.untold = untold;
        this.files = files;
        this.catalogue = catalogue;
        this.access = access;
        this.texts = texts;
    }

    @GetMapping
    String list(Locale reader, Model model) {
        var rows = untold.in(majors(catalogue, access));
        model.addAttribute("rows", rows);
        model.addAttribute("most", rows.size() == UntoldMessages.MOST ? rows.size() : null);
        model.addAttribute("mayWork", access.role() != Role.ADMIN);
        model.addAttribute("say", new CasePageView.Days(texts.getMessage("casefile.date", null, reader)));
        return "casefile/to-tell";
    }

    @PostMapping
    String told(@RequestParam("case") UUID caseId, @RequestParam("message") UUID message, RedirectAttributes flash) {
        files.told(caseId, message);
        flash.addFlashAttribute("said", "case.said.told");
        return "redirect:/cases/to-tell#said";
    }

    /** @return codes of the major districts the reader may see */
    static Set<String> majors(Catalogue catalogue, Access access) {
        return catalogue.districts().stream().map(District::majorCode).filter(access::maySeeDistrict).collect(Collectors.toSet());
    }
}
