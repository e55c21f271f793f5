package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.engine.Accounts;
import org.apusilta.engine.Typed;
import org.apusilta.security.Access;
import org.apusilta.volunteer.Applications;
import org.apusilta.volunteer.internal.ApplicationWords;
import org.apusilta.volunteer.internal.Onboarding;
import org.apusilta.volunteer.internal.Talks;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Where coordinators say when they have time to talk with applicants. */
@Controller
@Hidden
@RequestMapping("/applicants/times")
class TalkTimesPage {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int MOST_AT_ONCE = 12;

    /** One time in words. @param way PHONE, VIDEO or MEETING @param who applicant's name, null while it is free */
    public record Time(UUID id, String when, String way, @Nullable String place, String district, String heldBy, @Nullable UUID application, @Nullable String who) {}

    private final Talks talks;
    private final Onboarding onboarding;
    private final Applications applications;
    private final ApplicationWords words;
    private final KindCards kinds;
    private final Accounts accounts;
    private final Access access;

    TalkTimesPage(Talks talks, Onboarding onboarding, Applications applications, ApplicationWords words, KindCards kinds, Accounts accounts, Access access) {
        this.talks = talks;
        this.onboarding = onboarding;
        this.applications = applications;
        this.words = words;
        this.kinds = kinds;
        this.accounts = accounts;
        this.access = access;
    }

    @GetMapping
    String list(Locale reader, Model model) {
        model.addAttribute("times", talks.toCome(access.districts()).stream().map(slot -> time(slot, reader)).toList());
        model.addAttribute("majors", access.districts().stream().sorted().map(code -> new ApplicationPage.Choice(code, kinds.major(code, reader))).toList());
        return "volunteer/times";
    }

    /** One after the other from that hour on, each as long. */
    @PostMapping
    String offer(@RequestParam(name = "major", defaultValue = "") String major, @RequestParam(name = "day", defaultValue = "") String day,
            @RequestParam(name = "from", defaultValue = "") String from, @RequestParam(name = "minutes", defaultValue = "30") int minutes,
            @RequestParam(name = "count", defaultValue = "1") int count, @RequestParam(name = "way", defaultValue = "") String way,
            @RequestParam(name = "place", defaultValue = "") String place, RedirectAttributes flash) {
        access.requireDistrict(major);
        var said = Typed.clean(place, false);
        if (!List.of("PHONE", "VIDEO", "MEETING").contains(way) || way.equals("MEETING") && said.isEmpty() || minutes < 10 || minutes > 240 || count < 1 || count > MOST_AT_ONCE || said.length() > 200) {
            flash.addFlashAttribute("problem", "onboard.times.wrong");
            return "redirect:/applicants/times";
        }
        int added = 0;
        try {
            var first = LocalDate.parse(day).atTime(LocalTime.parse(from)).atZone(HELSINKI).toInstant();
            for (int i = 0; i < count; i++) {
                added += talks.offer(major, access.username(), first.plus(Duration.ofMinutes((long) minutes * i)), minutes, Talks.Way.valueOf(way), said.isEmpty() ? null : said) ? 1 : 0;
            }
        } catch (DateTimeParseException noDay) {
            added = 0;
        }
        flash.addFlashAttribute(added == 0 ? "problem" : "said", added == 0 ? "onboard.times.wrong" : "onboard.times.added");
        return "redirect:/applicants/times";
    }

    /** Into the calendar of who talks. */
    @GetMapping("/{slot}/calendar")
    ResponseEntity<byte[]> calendar(@PathVariable("slot") UUID slot, Locale reader) {
        return onboarding.calendar(slot, access.districts(), reader).map(file -> ResponseEntity.ok().contentType(MediaType.parseMediaType(file.mediaType()))
                .header(HttpHeaders.CONTENT_DISPOSITION, ContentDisposition.attachment().filename(file.name()).build().toString()).body(file.content()))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    @PostMapping("/{slot}/remove")
    String takeBack(@PathVariable("slot") UUID slot, RedirectAttributes flash) {
        var gone = talks.takeBack(slot, access.districts());
        flash.addFlashAttribute(gone ? "said" : "problem", gone ? "onboard.times.removed" : "onboard.times.taken");
        return "redirect:/applicants/times";
    }

    private Time time(Talks.Slot slot, Locale reader) {
        var who = slot.applicationId() == null ? null : applications.find(slot.applicationId()).map(one -> one.person().name()).orElse(null);
        return new Time(slot.id(), words.when(slot, reader), slot.way().name(), slot.place(), kinds.major(slot.major(), reader),
                accounts.find(slot.heldBy()).map(Accounts.Account::displayName).orElse(slot.heldBy()), slot.applicationId(), who);
    }
}
