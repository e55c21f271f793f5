package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apusilta.engine.Twice;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.OwnPages;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The volunteer's own page: asked for by e-mail or phone, opened by link on one device, without account and password. */
@Controller
@Hidden
@RequestMapping("/own")
class OwnPage {

    private static final int LONGEST_CONTACT = 200;
    private static final String TO_ASK = "redirect:/own?closed";

    private final OwnPages pages;
    private final OwnParts parts;
    private final OwnDeeds deeds;
    private final OwnTaskPages tasks;
    private final Device device;
    private final AskThrottle throttle;
    private final Volunteers volunteers;
    private final Clock clock;

    OwnPage(OwnPages pages, OwnParts parts, OwnDeeds deeds, OwnTaskPages tasks, Device device, AskThrottle throttle, Volunteers volunteers, Clock clock) {
        this.pages = pages;
        this.parts = parts;
        this.deeds = deeds;
        this.tasks = tasks;
        this.device = device;
        this.throttle = throttle;
        this.volunteers = volunteers;
        this.clock = clock;
    }

    @ModelAttribute
    void keepToOurselves(HttpServletResponse response) {
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Robots-Tag", "noindex, nofollow");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    }

    @GetMapping
    String ask(HttpServletRequest request, Model model) {
        model.addAttribute("closed", request.getParameterMap().containsKey("closed"));
        model.addAttribute("sent", request.getParameterMap().containsKey("sent"));
        model.addAttribute("minutes", pages.minutes());
        model.addAttribute("open", device.volunteer().isPresent());
        return "own/ask";
    }

    /** Says the same whether we know who asks or not. */
    @PostMapping
    String send(@RequestParam(name = "contact", defaultValue = "") String contact, HttpServletRequest request) {
        if (!contact.isBlank() && contact.length() <= LONGEST_CONTACT && throttle.admits(request.getRemoteAddr())) {
            pages.ask(contact);
        }
        return "redirect:/own?sent";
    }

    @GetMapping("/page")
    String page(Locale language, Model model) {
        var volunteer = device.volunteer();
        if (volunteer.isEmpty()) {
            return TO_ASK;
        }
        model.addAttribute("name", volunteers.contact(volunteer.get()).map(Volunteers.Contact::givenName).orElse(""));
        model.addAttribute("left", volunteers.hasLeft(volunteer.get()));
        model.addAttribute("parts", parts.of(volunteer.get(), language));
        model.addAttribute("here", "/own");
        return "own/page";
    }

    @PostMapping("/do/{deed:[a-z]{1,20}}")
    String act(@PathVariable("deed") String deed, @RequestParam MultiValueMap<String, String> fields, RedirectAttributes flash) {
        return device.volunteer().map(volunteer -> {
            var became = Twice.tried(() -> deeds.take(volunteer, deed, fields, Volunteers.THEMSELVES));
            flash.addFlashAttribute(became.endsWith(OwnDeeds.INCOMPLETE) ? "problem" : "said", "own.said." + became);
            return "redirect:/own/page";
        }).orElse(TO_ASK);
    }

    @PostMapping("/visit/{caseId}")
    String visited(@PathVariable("caseId") UUID caseId, RedirectAttributes flash) {
        var volunteer = device.volunteer();
        if (volunteer.isEmpty()) {
            return TO_ASK;
        }
        var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
        var kept = Twice.tried(() -> tasks.visited(volunteer.get(), caseId, today, null)).isPresent();
        flash.addFlashAttribute(kept ? "said" : "problem", kept ? "own.said.visit" : "own.said.visit.over");
        return "redirect:/own/page";
    }

    @GetMapping("/task/{purpose:[a-z-]{1,40}}/{caseId}/{subject}")
    ModelAndView task(@PathVariable("purpose") String purpose, @PathVariable("caseId") UUID caseId, @PathVariable("subject") UUID subject, Locale language) {
        return device.volunteer().map(volunteer -> shown(tasks.show(volunteer, purpose, caseId, subject, language), purpose, caseId, subject)).orElseGet(() -> new ModelAndView(TO_ASK));
    }

    @PostMapping("/task/{purpose:[a-z-]{1,40}}/{caseId}/{subject}")
    ModelAndView answer(@PathVariable("purpose") String purpose, @PathVariable("caseId") UUID caseId, @PathVariable("subject") UUID subject,
            @RequestParam Map<String, String> fields, Locale language) {
        return device.volunteer().map(volunteer -> shown(Twice.tried(() -> tasks.answer(volunteer, purpose, caseId, subject, fields, language)), purpose, caseId, subject))
                .orElseGet(() -> new ModelAndView(TO_ASK));
    }

    @GetMapping("/task/{purpose:[a-z-]{1,40}}/{caseId}/{subject}/file")
    org.springframework.http.ResponseEntity<byte[]> file(@PathVariable("purpose") String purpose, @PathVariable("caseId") UUID caseId,
            @PathVariable("subject") UUID subject, Locale language) {
        return device.volunteer().flatMap(volunteer -> tasks.file(volunteer, purpose, caseId, subject, language))
                .map(file -> org.springframework.http.ResponseEntity.ok()
                        .header(HttpHeaders.CONTENT_DISPOSITION, org.springframework.http.ContentDisposition.inline().filename(file.name()).build().toString())
                        .contentType(org.springframework.http.MediaType.parseMediaType(file.mediaType())).body(file.content()))
                .orElseGet(() -> org.springframework.http.ResponseEntity.notFound().build());
    }

    @PostMapping("/close")
    String close() {
        var secret = device.secret();
        if (secret != null) {
            pages.close(secret);
            device.hold("");
        }
        return "redirect:/own";
    }

    /** Somebody else's task, or one that is over: the same plain page. */
    private static ModelAndView shown(Optional<org.apusilta.messaging.LinkPage.Page> page, String purpose, UUID caseId, UUID subject) {
        return page.map(p -> new ModelAndView("link/" + p.view(), new TreeMap<>(p.model())).addObject("here", "/own/task/" + purpose + "/" + caseId + "/" + subject)
                .addObject("ownPage", "/own/page")).orElseGet(() -> {
                    var gone = new ModelAndView("own/no-task");
                    gone.setStatus(HttpStatus.GONE);
                    return gone;
                });
    }
}
