package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.security.Access;
import org.apusilta.volunteer.AccessLog;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.Organisations;
import org.apusilta.volunteer.internal.OutsideCard;
import org.apusilta.volunteer.internal.RegisterExport;
import org.apusilta.volunteer.internal.RegisterQuery;
import org.apusilta.volunteer.internal.RegisterSearch;
import org.apusilta.volunteer.internal.Sight;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** An organisation's contact: the volunteers the organisation leads, and nobody else (R12). Whoever is not theirs does not exist here. */
@Controller
@Hidden
@RequestMapping("/our-volunteers")
class OrganisationPage {

    private final Organisations organisations;
    private final RegisterSearch search;
    private final RegisterExport export;
    private final RegisterChoices choices;
    private final Volunteers volunteers;
    private final OutsideCard card;
    private final ObjectProvider<AccessLog> looks;
    private final Access access;

    OrganisationPage(Organisations organisations, RegisterSearch search, RegisterExport export, RegisterChoices choices, Volunteers volunteers, OutsideCard card, ObjectProvider<AccessLog> looks, Access access) {
        this.organisations = organisations;
        this.search = search;
        this.export = export;
        this.choices = choices;
        this.volunteers = volunteers;
        this.card = card;
        this.looks = looks;
        this.access = access;
    }

    /** One of the organisation's people. */
    public record Line(UUID id, String name, String state, String district, String phone, int load) {}

    @GetMapping
    String list(@RequestParam Map<String, String> said, HttpSession session, Locale reader, Model model) {
        var asked = RegisterQuery.of(said);
        var query = new RegisterQuery(asked.status(), "", "", "", "", "", "", asked.sort(), asked.descending(), asked.page());
        var phrase = Phrases.phrase(session, said.get("find"));
        var page = search.of(sight(), query, phrase);
        var contacts = volunteers.contacts(page.rows().stream().map(RegisterSearch.Row::id).toList());
        model.addAttribute("organisation", organisations.ledBy(access.username()).map(Organisations.Organisation::name).orElse(null));
        model.addAttribute("rows", page.rows().stream().map(row -> new Line(row.id(), row.familyName() + " " + row.givenName(), row.restingUntil() == null
                ? choices.text("register.status." + row.status(), reader) : choices.text("register.resting", reader, UnitPage.day(row.restingUntil())), choices.district(row.district(), reader),
                java.util.Optional.ofNullable(contacts.get(row.id())).map(Volunteers.Contact::phone).orElse("–"), row.load())).toList());
        model.addAttribute("total", page.total());
        model.addAttribute("page", Math.min(query.page(), page.pages()));
        model.addAttribute("pages", page.pages());
        model.addAttribute("status", query.status());
        model.addAttribute("statuses", RegisterQuery.STATUSES);
        model.addAttribute("phrase", phrase);
        model.addAttribute("find", phrase == null ? null : said.get("find"));
        return "volunteer/organisation";
    }

    @PostMapping("/search")
    String search(@RequestParam(name = "phrase", defaultValue = "") String phrase, HttpSession session) {
        var find = Phrases.keep(session, phrase);
        return "redirect:/our-volunteers" + (find == null ? "" : "?status=ALL&find=" + find);
    }

    @GetMapping("/{id}")
    String person(@PathVariable("id") UUID id, Model model) {
        if (!search.sees(sight(), id)) {
            throw new NoSuchElementException("not theirs");
        }
        looks.ifAvailable(log -> log.looked(id, AccessLog.What.CARD, null));
        model.addAttribute("who", volunteers.contact(id).orElseThrow(NoSuchElementException::new));
        model.addAttribute("sections", card.forOrganisation().stream().map(one -> new VolunteerPage.Shown(one.titleKey(), one.lines(id))).toList());
        model.addAttribute("back", "/our-volunteers");
        return "volunteer/own-card";
    }

    @PostMapping("/export")
    ResponseEntity<byte[]> export(Locale reader) {
        return RegisterDownload.csv(export.csv(sight(), RegisterQuery.of(Map.of("status", "ALL")), reader));
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** An account that is nobody's contact sees nobody. */
    private Sight sight() {
        return new Sight(null, organisations.ledBy(access.username()).map(Organisations.Organisation::code).orElse(""), null);
    }
}
