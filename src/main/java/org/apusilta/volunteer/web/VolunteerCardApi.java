package org.apusilta.volunteer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.volunteer.VolunteerCards;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What Tasklist shows beside a task of an applicant or a volunteer, under our access rules. */
@RestController
class VolunteerCardApi {

    private final VolunteerCards cards;

    VolunteerCardApi(VolunteerCards cards) {
        this.cards = cards;
    }

    @GetMapping("/api/volunteers/{id}/card")
    VolunteerCards.Card card(@PathVariable("id") UUID id, Locale reader) {
        return cards.of(id, reader).orElseThrow(() -> new NoSuchElementException("neither an applicant nor a volunteer"));
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
