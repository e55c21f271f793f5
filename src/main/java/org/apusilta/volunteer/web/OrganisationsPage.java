package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import org.apusilta.volunteer.internal.Organisations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisations that lead volunteers, with how many they lead; a new one is added here. */
@Controller
@Hidden
@RequestMapping("/volunteers/organisations")
class OrganisationsPage {

    private final Organisations organisations;

    OrganisationsPage(Organisations organisations) {
        this.organisations = organisations;
    }

    @GetMapping
    String list(Model model) {
        model.addAttribute("rows", organisations.counted());
        return "volunteer/organisations";
    }

    @PostMapping
    String add(@RequestParam(name = "name", defaultValue = "") String name, RedirectAttributes flash) {
        var added = organisations.add(name);
        flash.addFlashAttribute(added ? "said" : "problem", added ? "organisation.added" : "organisation.refused");
        return "redirect:/volunteers/organisations";
    }
}
