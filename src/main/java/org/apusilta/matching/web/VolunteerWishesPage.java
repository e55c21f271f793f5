package org.apusilta.matching.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.matching.internal.Surroundings;
import org.apusilta.matching.internal.VolunteerWishes;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.Volunteers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a coordinator keeps what a volunteer avoids and would like to practise. */
@Controller
@Hidden
@RequestMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/matching")
class VolunteerWishesPage {

    private final VolunteerWishes wishes;
    private final VolunteerDoor door;
    private final Volunteers volunteers;
    private final SpokenLanguages languages;

    VolunteerWishesPage(VolunteerWishes wishes, VolunteerDoor door, Volunteers volunteers, SpokenLanguages languages) {
        this.wishes = wishes;
        this.door = door;
        this.volunteers = volunteers;
        this.languages = languages;
    }

    @GetMapping
    String show(@PathVariable("id") UUID id, Locale reader, Model model) {
        door.open(id);
        model.addAttribute("who", volunteers.contact(id).orElseThrow());
        model.addAttribute("wish", wishes.of(id));
        model.addAttribute("surroundings", Surroundings.CODES);
        model.addAttribute("languages", languages.in(reader));
        return "matching/volunteer";
    }

    @PostMapping
    String keep(@PathVariable("id") UUID id, @RequestParam(name = "avoids", defaultValue = "") List<String> avoids,
            @RequestParam(name = "practises", defaultValue = "") List<String> practises) {
        door.open(id);
        wishes.keep(id, avoids, practises);
        return "redirect:/volunteers/" + id;
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
