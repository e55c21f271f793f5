package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.engine.Twice;
import org.apusilta.engine.Typed;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.apusilta.volunteer.internal.CareDays;
import org.apusilta.volunteer.internal.Recreations;
import org.apusilta.volunteer.internal.Recreations.Recreation;
import org.apusilta.volunteer.internal.Recreations.Segment;
import org.apusilta.volunteer.process.RecreationProcess;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Recreation events: planned by a coordinator, invitations by segment, answers by phone, who came. Each sees the names of their own districts; those who look after the event need all. */
@Controller
@Hidden
@RequestMapping("/volunteers/recreation")
class RecreationPage {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("H.mm").withZone(HELSINKI);
    private static final int MOST_SEATS = 5000;

    private final Recreations recreations;
    private final RecreationProcess process;
    private final Catalogue catalogue;
    private final Access access;
    private final Clock clock;

    RecreationPage(Recreations recreations, RecreationProcess process, Catalogue catalogue, Access access, Clock clock) {
        this.recreations = recreations;
        this.process = process;
        this.catalogue = catalogue;
        this.access = access;
        this.clock = clock;
    }

    /** One event in the list. @param state planned, cancelled, over or noted */
    public record Listed(UUID id, String title, String day, String place, int seats, int taken, String state) {}

    /** A district or a kind to choose. */
    public record Choice(String code, String name) {}

    @GetMapping
    String list(Locale reader, Model model) {
        model.addAttribute("rows", recreations.all().stream().map(one -> listed(one, reader)).toList());
        model.addAttribute("mayWork", mayWork());
        return "volunteer/recreations";
    }

    @GetMapping("/new")
    String ask(Locale reader, Model model) {
        model.addAttribute("majors", majors(reader));
        model.asMap().putIfAbsent("given", new java.util.HashMap<String, String>());
        model.asMap().putIfAbsent("problems", List.of());
        return "volunteer/recreation-new";
    }

    @PostMapping("/new")
    String plan(@RequestParam Map<String, String> fields, RedirectAttributes flash) {
        var given = new java.util.HashMap<String, String>();
        fields.forEach((name, value) -> given.put(name, Typed.clean(value, false)));
        var problems = new ArrayList<String>();
        List.of("titleFi", "titleSv", "titleEn", "place").forEach(name -> {
            int length = given.getOrDefault(name, "").length();
            if (length == 0 || length > (name.equals("place") ? 200 : 100)) {
                problems.add(name);
            }
        });
        var seats = number(given.getOrDefault("seats", ""));
        if (seats < 1 || seats > MOST_SEATS) {
            problems.add("seats");
        }
        if (!access.maySeeDistrict(given.getOrDefault("major", ""))) {
            problems.add("major");
        }
        var day = parsed(() -> LocalDate.parse(given.getOrDefault("day", "")));
        var from = parsed(() -> LocalTime.parse(given.getOrDefault("from", "")));
        var until = parsed(() -> LocalTime.parse(given.getOrDefault("until", "")));
        var answerBy = parsed(() -> LocalDate.parse(given.getOrDefault("answerBy", "")));
        var today = LocalDate.now(clock.withZone(HELSINKI));
        if (day == null || !day.isAfter(today)) {
            problems.add("day");
        }
        if (from == null || until == null || !until.isAfter(from)) {
            problems.add("times");
        }
        if (answerBy == null || answerBy.isBefore(today) || day != null && answerBy.isAfter(day)) {
            problems.add("answerBy");
        }
        if (!problems.isEmpty()) {
            flash.addFlashAttribute("problems", problems);
            flash.addFlashAttribute("given", given);
            return "redirect:/volunteers/recreation/new#problems";
        }
        var id = UUID.randomUUID();
        process.plan(new Recreation(id, given.get("titleFi"), given.get("titleSv"), given.get("titleEn"), given.get("place"), day.atTime(from).atZone(HELSINKI).toInstant(),
                day.atTime(until).atZone(HELSINKI).toInstant(), answerBy, seats, 0, given.get("major"), access.username(), null, null, null));
        flash.addFlashAttribute("said", "care.recreation.planned");
        return "redirect:/volunteers/recreation/" + id;
    }

    @GetMapping("/{id:[0-9a-f]{8}-[0-9a-f-]{27}}")
    String show(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean choose, @RequestParam(defaultValue = "") List<String> major,
            @RequestParam(defaultValue = "") String language, @RequestParam(defaultValue = "") String kind, @RequestParam(defaultValue = "0") String years, Locale reader, Model model) {
        var event = recreations.find(id).orElseThrow();
        var mine = recreations.invited(id).stream().filter(one -> access.maySeeDistrict(event.major()) || access.maySeeDistrict(one.major())).toList();
        var chosen = access.districts().stream().filter(one -> major.isEmpty() || major.contains(one)).toList();
        model.addAttribute("event", listed(event, reader));
        model.addAttribute("times", times(event));
        model.addAttribute("answerBy", CareDays.longDay(event.answerBy(), reader));
        model.addAttribute("invited", mine);
        model.addAttribute("yes", mine.stream().filter(one -> "YES".equals(one.answer())).count());
        model.addAttribute("mayWork", mayWork());
        model.addAttribute("mayLead", mayWork() && access.maySeeDistrict(event.major()));
        model.addAttribute("open", event.cancelledAt() == null && clock.instant().isBefore(event.startsAt()));
        model.addAttribute("toNote", event.cancelledAt() == null && event.notedAt() == null && clock.instant().isAfter(event.endsAt()));
        model.addAttribute("majors", majors(reader));
        model.addAttribute("kinds", catalogue.kinds().stream().map(one -> new Choice(one.code(), one.name().in(reader))).toList());
        model.addAttribute("asked", new Asked(chosen, language, kind, number(years)));
        model.addAttribute("guests", choose ? recreations.guests(id, new Segment(chosen, language, kind, Math.max(0, Math.min(60, number(years))))) : null);
        return "volunteer/recreation";
    }

    /** What was asked for. */
    public record Asked(List<String> majors, String language, String kind, int years) implements Serializable {}

    @PostMapping("/{id}/invite")
    String invite(@PathVariable UUID id, @RequestParam(name = "volunteer", defaultValue = "") List<UUID> volunteers, RedirectAttributes flash) {
        var event = recreations.find(id).orElseThrow();
        boolean open = event.cancelledAt() == null && clock.instant().isBefore(event.startsAt());
        int invited = open ? process.invite(id, volunteers, List.copyOf(access.districts())) : 0;
        flash.addFlashAttribute(invited > 0 ? "invitedNow" : "problem", invited > 0 ? invited : open ? "care.recreation.problem.nobody" : "care.recreation.problem.over");
        return back(id);
    }

    @PostMapping("/{id}/answers")
    String answer(@PathVariable UUID id, @RequestParam UUID invitation, @RequestParam boolean comes, RedirectAttributes flash) {
        var one = recreations.invitation(invitation).filter(known -> known.recreationId().equals(id)).orElseThrow();
        if (!access.maySeeDistrict(recreations.find(id).orElseThrow().major())) {
            access.requireDistrict(one.major());
        }
        var answered = recreations.answer(invitation, comes, access.username());
        switch (answered) {
            case YES, NO -> flash.addFlashAttribute("said", "care.recreation.answered." + answered);
            default -> flash.addFlashAttribute("problem", "care.recreation.problem." + answered.name().toLowerCase(Locale.ROOT));
        }
        return back(id);
    }

    @PostMapping("/{id}/attendance")
    String attendance(@PathVariable UUID id, @RequestParam(name = "volunteer", defaultValue = "") List<UUID> who, @RequestParam(defaultValue = "true") boolean held, RedirectAttributes flash) {
        own(id);
        boolean kept = Twice.tried(() -> process.attended(id, who, held, access.username()));
        flash.addFlashAttribute(kept ? "said" : "problem", kept ? "care.recreation.noted" : "care.recreation.problem.task");
        return back(id);
    }

    @PostMapping("/{id}/cancel")
    String cancel(@PathVariable UUID id, @RequestParam(defaultValue = "false") boolean sure, RedirectAttributes flash) {
        own(id);
        boolean cancelled = sure && process.cancel(id);
        flash.addFlashAttribute(cancelled ? "said" : "problem", cancelled ? "care.recreation.cancelled" : sure ? "care.recreation.problem.over" : "care.recreation.problem.sure");
        return back(id);
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    /** Looked after by the coordinators of one district. */
    private void own(UUID id) {
        if (!access.maySeeDistrict(recreations.find(id).orElseThrow().major())) {
            throw new AccessDeniedException("not this district");
        }
    }

    private boolean mayWork() {
        return access.role() != Role.ADMIN;
    }

    private Listed listed(Recreation one, Locale reader) {
        var state = one.cancelledAt() != null ? "cancelled" : one.notedAt() != null ? "noted" : clock.instant().isAfter(one.endsAt()) ? "over" : "planned";
        return new Listed(one.id(), one.title(reader), CareDays.longDay(one.day(), reader), one.place(), one.seats(), one.taken(), state);
    }

    private List<Choice> majors(Locale reader) {
        return catalogue.districts().stream().filter(one -> access.maySeeDistrict(one.majorCode())).map(one -> new Choice(one.majorCode(), one.majorName().in(reader))).distinct().toList();
    }

    static String times(Recreation event) {
        return CLOCK.format(event.startsAt()) + "–" + CLOCK.format(event.endsAt());
    }

    private static String back(UUID id) {
        return "redirect:/volunteers/recreation/" + id + "#said";
    }

    private static int number(String given) {
        try {
            return Integer.parseInt(given.strip());
        } catch (NumberFormatException none) {
            return 0;
        }
    }

    private static <T> @org.jspecify.annotations.Nullable T parsed(java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (DateTimeException noSuch) {
            return null;
        }
    }
}
