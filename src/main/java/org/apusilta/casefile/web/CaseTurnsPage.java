package org.apusilta.casefile.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import java.util.function.Supplier;
import org.apusilta.casefile.CaseTurns;
import org.apusilta.engine.Twice;
import org.apusilta.request.Change;
import org.apusilta.request.HelpRequests.DeathToldBy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The turns a case may take at any moment, recorded on its page. */
@Controller
@Hidden
@RequestMapping("/cases/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
class CaseTurnsPage {

    private final CaseTurns turns;

    CaseTurnsPage(CaseTurns turns) {
        this.turns = turns;
    }

    @PostMapping("/death")
    String death(@PathVariable("id") UUID id, @RequestParam(name = "toldBy", defaultValue = "OTHER") DeathToldBy toldBy,
            @RequestParam(name = "words", defaultValue = "") String words, @RequestParam(name = "sure", defaultValue = "false") boolean sure, RedirectAttributes flash) {
        var heard = turns.volunteerKnows(id) ? "death" : "deathNobodyKnew";
        return done(id, "death", heard, flash, () -> {
            if (sure) {
                turns.clientDied(id, toldBy, words);
            }
            return sure;
        });
    }

    @PostMapping("/volunteer-leaves")
    String leaves(@PathVariable("id") UUID id, @RequestParam(name = "words", defaultValue = "") String words,
            @RequestParam(name = "sure", defaultValue = "false") boolean sure, RedirectAttributes flash) {
        return done(id, "volunteerLeaves", flash, () -> sure && turns.volunteerLeaves(id, words));
    }

    @PostMapping("/volunteer-rests")
    String rests(@PathVariable("id") UUID id, @RequestParam(name = "until", defaultValue = "") String until,
            @RequestParam(name = "words", defaultValue = "") String words, RedirectAttributes flash) {
        return done(id, "volunteerRests", flash, () -> turns.volunteerRests(id, LocalDate.parse(until), words));
    }

    @PostMapping("/change")
    String change(@PathVariable("id") UUID id, @RequestParam(name = "kinds", required = false) @Nullable List<String> kinds,
            @RequestParam(name = "times", required = false) @Nullable List<String> times, @RequestParam(name = "anyTime", defaultValue = "false") boolean anyTime,
            @RequestParam(name = "languages", required = false) @Nullable List<String> languages, @RequestParam(name = "hoursPerWeek", defaultValue = "") String hours,
            @RequestParam(name = "district", defaultValue = "") String district, @RequestParam(name = "startOn", defaultValue = "") String startOn,
            @RequestParam(name = "words", defaultValue = "") String words, @RequestParam(name = "screenAnew", defaultValue = "false") boolean screenAnew,
            RedirectAttributes flash) {
        return done(id, "change", flash, () -> {
            if (anyTime && chosen(times) != null) {
                throw new IllegalArgumentException("some and any");
            }
            var change = new Change(chosen(kinds), anyTime ? List.of() : chosen(times), chosen(languages), hours.isBlank() ? null : Double.valueOf(hours.replace(',', '.')), district.isBlank() ? null : district,
                    startOn.isBlank() ? null : LocalDate.parse(startOn), words.isBlank() ? null : words.strip());
            return turns.change(id, change, screenAnew) != Change.Result.CLOSED;
        });
    }

    /** Nothing chosen leaves it as it was. */
    private static @Nullable List<String> chosen(@Nullable List<String> sent) {
        var said = sent == null ? List.<String>of() : sent.stream().filter(one -> !one.isBlank()).toList();
        return said.isEmpty() ? null : said;
    }

    /** A step of the case may be working at this instant: tried once more it goes through. */
    private String done(UUID id, String what, RedirectAttributes flash, Supplier<Boolean> act) {
        return done(id, what, what, flash, act);
    }

    private String done(UUID id, String what, String heard, RedirectAttributes flash, Supplier<Boolean> act) {
        try {
            int before = turns.byHand(id);
            boolean done = Twice.tried(act);
            var said = turns.byHand(id) > before ? what + ".byHand" : heard;
            flash.addFlashAttribute(done ? "said" : "problem", done ? "case.said." + said : "case.problem." + what);
        } catch (IllegalArgumentException | DateTimeParseException refused) {
            flash.addFlashAttribute("problem", "case.problem." + what);
        }
        return "redirect:/cases/" + id;
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
