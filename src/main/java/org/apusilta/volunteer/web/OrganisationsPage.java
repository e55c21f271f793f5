package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.volunteer.internal.BoundAccounts;
import org.apusilta.volunteer.internal.Organisations;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The organisations that lead volunteers, with how many they lead; a new one is added here, and which account sees whose people is said here. */
@Controller
@Hidden
@RequestMapping("/volunteers/organisations")
class OrganisationsPage {

    private final Organisations organisations;
    private final BoundAccounts accounts;

    OrganisationsPage(Organisations organisations, BoundAccounts accounts) {
        this.organisations = organisations;
        this.accounts = accounts;
    }

    @GetMapping
    String list(Model model, Locale locale) {
        model.addAttribute("rows", organisations.counted());
        model.addAttribute("accounts", accounts.all());
        model.addAttribute("persons", accounts.persons(locale.getLanguage()));
        return "volunteer/organisations";
    }

    @PostMapping
    String add(@RequestParam(name = "name", defaultValue = "") String name, RedirectAttributes flash) {
        var added = organisations.add(name);
        flash.addFlashAttribute(added ? "said" : "problem", added ? "organisation.added" : "organisation.refused");
        return "redirect:/volunteers/organisations";
    }

    @PostMapping("/accounts")
    String bind(@RequestParam(name = "account") UUID account, @RequestParam(name = "to", defaultValue = "") String to, RedirectAttributes flash) {
        var bound = accounts.bind(account, to);
        flash.addFlashAttribute(bound ? "said" : "problem", bound ? "organisation.account.bound" : "organisation.account.refused");
        return "redirect:/volunteers/organisations";
    }
}
