package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.Volunteers;
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
    private final List<CardSection> sections;

    VolunteerPage(VolunteerDoor door, Volunteers volunteers, List<CardSection> sections) {
        this.door = door;
        this.volunteers = volunteers;
        this.sections = sections.stream().sorted(Comparator.comparingInt(CardSection::order)).toList();
    }

    /** A section with something to say. */
    public record Shown(String titleKey, List<CardLine> lines) {}

    @GetMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String show(@PathVariable("id") UUID id, Model model) {
        door.open(id);
        model.addAttribute("who", volunteers.contact(id).orElseThrow());
        model.addAttribute("sections", sections.stream().map(section -> new Shown(section.titleKey(), section.lines(id)))
                .filter(shown -> !shown.lines().isEmpty()).toList());
        return "volunteer/card";
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
