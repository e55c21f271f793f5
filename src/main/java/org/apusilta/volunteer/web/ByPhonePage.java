package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.engine.Twice;
import org.apusilta.messaging.Messages;
import org.apusilta.security.Access;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.Volunteers;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The own page of a volunteer who is on the phone: a coordinator sees and does the same, and it is kept as heard by phone. */
@Controller
@Hidden
@RequestMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}/by-phone")
class ByPhonePage {

    private final VolunteerDoor door;
    private final Volunteers volunteers;
    private final OwnParts parts;
    private final OwnDeeds deeds;
    private final OwnTaskPages tasks;
    private final Messages messages;
    private final Access access;
    private final Clock clock;

    ByPhonePage(VolunteerDoor door, Volunteers volunteers, OwnParts parts, OwnDeeds deeds, OwnTaskPages tasks, Messages messages, Access access, Clock clock) {
        this.door = door;
        this.volunteers = volunteers;
        this.parts = parts;
        this.deeds = deeds;
        this.tasks = tasks;
        this.messages = messages;
        this.access = access;
        this.clock = clock;
    }

    @GetMapping
    String page(@PathVariable("id") UUID id, Locale language, Model model) {
        door.open(id);
        model.addAttribute("who", volunteers.contact(id).orElseThrow());
        model.addAttribute("left", volunteers.hasLeft(id));
        model.addAttribute("parts", parts.of(id, language));
        model.addAttribute("here", here(id));
        model.addAttribute("toTell", messages.of(id).stream().filter(Messages.Sent::toTell).toList());
        return "own/by-phone";
    }

    @PostMapping("/do/{deed:[a-z]{1,20}}")
    String act(@PathVariable("id") UUID id, @PathVariable("deed") String deed, @RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash) {
        door.open(id);
        var became = Twice.tried(() -> deeds.take(id, deed, fields, access.username()));
        flash.addFlashAttribute(became.endsWith(OwnDeeds.INCOMPLETE) ? "problem" : "said", "own.said." + became);
        return "redirect:" + here(id);
    }

    /** They met today; any other day, and more of it, is told on the case's page for what is heard by phone. */
    @PostMapping("/visit/{caseId}")
    String visited(@PathVariable("id") UUID id, @PathVariable("caseId") UUID caseId, RedirectAttributes flash) {
        door.open(id);
        var kept = Twice.tried(() -> tasks.visited(id, caseId, LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki"))), access.username())).isPresent();
        flash.addFlashAttribute(kept ? "said" : "problem", kept ? "own.said.visit" : "own.said.visit.over");
        return "redirect:" + here(id);
    }

    /** What no machine could bring was said by phone. */
    @PostMapping("/told")
    String told(@PathVariable("id") UUID id, @RequestParam("message") UUID message, RedirectAttributes flash) {
        door.open(id);
        boolean told = messages.told(id, message, access.username());
        flash.addFlashAttribute(told ? "said" : "problem", told ? "own.said.told" : "own.said.incomplete");
        return "redirect:" + here(id);
    }

    private static String here(UUID id) {
        return "/volunteers/" + id + "/by-phone";
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }
}
