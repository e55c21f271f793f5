package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.Accounts;
import org.apusilta.engine.Typed;
import org.apusilta.security.Access;
import org.apusilta.volunteer.CareKind;
import org.apusilta.volunteer.VolunteerDoor;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.Birthdays;
import org.apusilta.volunteer.internal.CareDays;
import org.apusilta.volunteer.internal.CareEvents;
import org.apusilta.volunteer.internal.CertificatePdf;
import org.apusilta.volunteer.internal.Certificates;
import org.apusilta.volunteer.internal.Recognitions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What has been done for one volunteer, and what a coordinator adds: an entry, a birthday, a certificate. */
@Controller
@Hidden
@RequestMapping("/volunteers/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
class CarePage {

    private static final int LONGEST = 1000;

    private final VolunteerDoor door;
    private final Volunteers volunteers;
    private final CareEvents events;
    private final Birthdays birthdays;
    private final Certificates certificates;
    private final CertificatePdf pdf;
    private final Recognitions recognitions;
    private final Access access;
    private final Accounts accounts;
    private final Clock clock;

    CarePage(VolunteerDoor door, Volunteers volunteers, CareEvents events, Birthdays birthdays, Certificates certificates, CertificatePdf pdf,
            Recognitions recognitions, Access access, Accounts accounts, Clock clock) {
        this.door = door;
        this.volunteers = volunteers;
        this.events = events;
        this.birthdays = birthdays;
        this.certificates = certificates;
        this.pdf = pdf;
        this.recognitions = recognitions;
        this.access = access;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** One entry as it is read. */
    public record Entry(CareKind kind, String day, @Nullable String by, @Nullable String words) {}

    /** One certificate as it is read. */
    public record Given(UUID id, long number, String day) {}

    @GetMapping("/care")
    String show(@PathVariable UUID id, Locale reader, Model model) {
        door.open(id);
        model.addAttribute("who", volunteers.contact(id).orElseThrow());
        model.addAttribute("entries", events.of(id).stream().map(one -> new Entry(one.kind(), CareDays.longDay(one.day(), reader),
                one.by().equals("APUSILTA") ? null : accounts.find(one.by()).map(Accounts.Account::displayName).orElse(one.by()), one.words())).toList());
        model.addAttribute("kinds", List.of(CareKind.values()));
        model.addAttribute("certificates", certificates.of(id).stream().map(one -> new Given(one.id(), one.number(), CareDays.longDay(one.issuedOn(), reader))).toList());
        model.addAttribute("birthday", birthdays.of(id).orElse(null));
        model.addAttribute("today", today());
        model.addAttribute("mayWork", access.role() != org.apusilta.security.Role.ADMIN);
        model.asMap().putIfAbsent("given", new Typing("", today().toString(), ""));
        return "volunteer/care";
    }

    /** What was typed and could not be taken. */
    public record Typing(String kind, String day, String words) implements java.io.Serializable {}

    @PostMapping("/care")
    String add(@PathVariable UUID id, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String words, RedirectAttributes flash) {
        door.open(id);
        var what = List.of(CareKind.values()).stream().filter(one -> one.name().equals(kind)).findFirst().orElse(null);
        var when = day(day).filter(given -> !given.isAfter(today())).orElse(null);
        var said = Typed.clean(words, true);
        if (what == null || when == null) {
            flash.addFlashAttribute("problem", what == null ? "care.problem.kind" : "care.problem.day");
            flash.addFlashAttribute("given", new Typing(kind, day, words));
        } else {
            events.note(id, what, when, access.username(), said.isEmpty() ? null : said.substring(0, Math.min(said.length(), LONGEST)));
            flash.addFlashAttribute("said", "care.page.saved");
        }
        return back(id);
    }

    @PostMapping("/birthday")
    String birthday(@PathVariable UUID id, @RequestParam(defaultValue = "") String day, @RequestParam(defaultValue = "") String month, RedirectAttributes flash) {
        door.open(id);
        if (day.isBlank() && month.isBlank()) {
            birthdays.withdraw(id);
            flash.addFlashAttribute("said", "care.birthday.removed");
        } else {
            Birthdays.day(day, month).ifPresentOrElse(agreed -> {
                birthdays.agree(id, agreed, access.username());
                flash.addFlashAttribute("said", "care.birthday.saved");
            }, () -> flash.addFlashAttribute("problem", "care.problem.birthday"));
        }
        return back(id);
    }

    @PostMapping("/certificates")
    String certificate(@PathVariable UUID id, RedirectAttributes flash) {
        door.open(id);
        recognitions.certificate(id, access.username());
        flash.addFlashAttribute("said", "care.certificates.issued");
        return back(id);
    }

    @GetMapping("/certificates/{certificate}")
    ResponseEntity<byte[]> file(@PathVariable UUID id, @PathVariable UUID certificate, @RequestParam(defaultValue = "fi") String in) {
        door.open(id);
        var given = certificates.find(certificate).filter(one -> one.volunteerId().equals(id)).orElseThrow();
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.inline().filename("certificate-" + given.number() + ".pdf").build().toString())
                .body(pdf.of(given, language(in)));
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    static Locale language(String code) {
        return Locale.forLanguageTag(List.of("fi", "sv", "en").contains(code) ? code : "fi");
    }

    private static String back(UUID id) {
        return "redirect:/volunteers/" + id + "/care#said";
    }

    private static Optional<LocalDate> day(String given) {
        try {
            return Optional.of(LocalDate.parse(given.strip()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
    }
}
