package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.catalogue.Sites;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.SiteWork;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where a volunteer helps, as the coordinators keep it: the site's responsible persons see them from then on. */
@Controller
@Hidden
@RequestMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/sites")
class SitesPage {

    private final VolunteerDoor door;
    private final Volunteers volunteers;
    private final SiteWork work;
    private final Sites sites;
    private final Clock clock;

    SitesPage(VolunteerDoor door, Volunteers volunteers, SiteWork work, Sites sites, Clock clock) {
        this.door = door;
        this.volunteers = volunteers;
        this.work = work;
        this.sites = sites;
        this.clock = clock;
    }

    /** A site to choose, or where somebody helps. */
    public record Named(String id, String name, String days, boolean open) {}

    @GetMapping
    String show(@PathVariable("id") UUID id, Locale reader, Model model) {
        door.open(id);
        model.addAttribute("who", volunteers.contact(id).orElseThrow(NoSuchElementException::new));
        model.addAttribute("places", work.places(id).stream().map(place -> new Named(place.id().toString(), sites.site(place.site()).map(site -> site.name().in(reader)).orElse(place.site()),
                UnitPage.day(place.since()) + "–" + (place.until() == null ? "" : UnitPage.day(place.until())), place.until() == null)).toList());
        model.addAttribute("sites", sites.sites().stream().map(site -> new Named(site.code(), site.name().in(reader), site.unit().in(reader), true)).toList());
        model.addAttribute("supports", work.running(id));
        model.addAttribute("today", LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki"))));
        return "volunteer/sites";
    }

    @PostMapping
    String add(@PathVariable("id") UUID id, @RequestParam(name = "site", defaultValue = "") String site, @RequestParam(name = "since", defaultValue = "") String since,
            @RequestParam(name = "support", defaultValue = "") String support, RedirectAttributes flash) {
        door.open(id);
        try {
            work.helpsAt(id, site, LocalDate.parse(since), support.isEmpty() ? null : UUID.fromString(support));
            flash.addFlashAttribute("said", "register.sites.added");
        } catch (IllegalArgumentException | DateTimeException refused) {
            flash.addFlashAttribute("problem", "register.sites.refused");
        }
        return "redirect:/volunteers/" + id + "/sites";
    }

    @PostMapping("/{place}/end")
    String end(@PathVariable("id") UUID id, @PathVariable("place") UUID place) {
        door.open(id);
        work.leaves(id, place);
        return "redirect:/volunteers/" + id + "/sites";
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
