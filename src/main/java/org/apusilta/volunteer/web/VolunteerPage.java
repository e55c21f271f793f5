package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.Merges;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One volunteer: what each part of the house knows, below each other. No photo, by design. */
@Controller
@Hidden
class VolunteerPage {

    private final VolunteerDoor door;
    private final Volunteers volunteers;
    private final Merges merges;
    private final Access access;
    private final List<CardSection> sections;

    VolunteerPage(VolunteerDoor door, Volunteers volunteers, Merges merges, Access access, List<CardSection> sections) {
        this.door = door;
        this.volunteers = volunteers;
        this.merges = merges;
        this.access = access;
        this.sections = sections.stream().sorted(Comparator.comparingInt(CardSection::order)).toList();
    }

    /** A section with something to say. */
    public record Shown(String titleKey, List<CardLine> lines) {}

    @GetMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String show(@PathVariable("id") UUID id, Model model) {
        door.open(id);
        var current = merges.current(id);
        if (!current.equals(id)) {
            return "redirect:/volunteers/" + current;
        }
        model.addAttribute("who", volunteers.contact(id).orElseThrow());
        model.addAttribute("merged", merges.into(id));
        model.addAttribute("zone", java.time.ZoneId.of("Europe/Helsinki"));
        model.addAttribute("sections", sections.stream().map(section -> new Shown(section.titleKey(), section.lines(id)))
                .filter(shown -> !shown.lines().isEmpty()).toList());
        model.addAttribute("mayWork", access.role() != Role.ADMIN);
        return "volunteer/card";
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
