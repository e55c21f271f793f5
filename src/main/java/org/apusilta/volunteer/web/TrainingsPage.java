package org.apusilta.volunteer.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.security.Access;
import org.apusilta.volunteer.internal.TrainingDay;
import org.apusilta.volunteer.internal.TrainingPeople;
import org.apusilta.volunteer.internal.TrainingSessions;
import org.apusilta.volunteer.internal.TrainingSessions.Plan;
import org.apusilta.volunteer.internal.TrainingSessions.Session;
import org.apusilta.volunteer.internal.Trainings;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The coordinators' side of training: sessions to come, attendance to record, whom to sign up. */
@Controller
@Hidden
@RequestMapping("/trainings")
class TrainingsPage {

    private static final String ID = "/{id:[0-9a-f]{8}-[0-9a-f-]{27}}";
    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final Trainings trainings;
    private final TrainingSessions sessions;
    private final TrainingPeople people;
    private final TrainingDay day;
    private final Catalogue catalogue;
    private final Access access;

    TrainingsPage(Trainings trainings, TrainingSessions sessions, TrainingPeople people, TrainingDay day, Catalogue catalogue, Access access) {
        this.trainings = trainings;
        this.sessions = sessions;
        this.people = people;
        this.day = day;
        this.catalogue = catalogue;
        this.access = access;
    }

    @GetMapping
    String list(@RequestParam(name = "said", defaultValue = "") String said, Locale language, Model model) {
        return page(said.matches("planned") ? said : "", Map.of(), language, model);
    }

    @PostMapping
    String plan(@RequestParam Map<String, String> sent, Principal who, Locale language, Model model) {
        try {
            var district = catalogue.district(sent.getOrDefault("district", "")).orElseThrow(() -> new IllegalArgumentException("no such district"));
            access.requireDistrict(district.majorCode());
            var title = sent.getOrDefault("title", "").strip();
            sessions.plan(new Plan(choice(sent, "training", trainings.courses(language).stream().filter(one -> !one.way().equals("ONLINE")).map(Trainings.Course::code).toList()),
                    title.isEmpty() ? null : title, choice(sent, "mode", List.of("LIVE", "REMOTE")), LocalDateTime.parse(sent.getOrDefault("starts", "")).atZone(HELSINKI).toInstant(),
                    LocalDateTime.parse(sent.getOrDefault("ends", "")).atZone(HELSINKI).toInstant(), sent.getOrDefault("place", ""), district.code(),
                    choice(sent, "language", List.of("fi", "sv", "en")), Integer.parseInt(sent.getOrDefault("seats", "").strip())), who.getName());
        } catch (IllegalArgumentException | DateTimeParseException wrong) {
            return page("wrong", sent, language, model);
        }
        return "redirect:/trainings?said=planned";
    }

    private static String choice(Map<String, String> sent, String field, List<String> among) {
        return among.stream().filter(one -> one.equals(sent.get(field))).findFirst().orElseThrow(() -> new IllegalArgumentException(field));
    }

    @GetMapping(ID)
    String one(@PathVariable("id") UUID id, @RequestParam(name = "q", defaultValue = "") String q, @RequestParam(name = "said", defaultValue = "") String said, Locale language, Model model) {
        var session = own(id);
        model.addAttribute("line", day.lines(List.of(session), language).get(0));
        model.addAttribute("signups", sessions.signups(id));
        model.addAttribute("q", q);
        model.addAttribute("found", people.search(q, access.districts()));
        model.addAttribute("said", said.matches("SEATED|WAITING|ALREADY|GONE|recorded|cancelled|freed") ? said : "");
        return "volunteer/training-session";
    }

    /** Signs somebody up who has called. */
    @PostMapping(ID + "/signups")
    String signUp(@PathVariable("id") UUID id, @RequestParam("person") UUID person, Principal who) {
        own(id);
        access.requireDistrict(people.major(person));
        return back(id, sessions.signUp(id, person, who.getName()).name());
    }

    @PostMapping(ID + "/signups/{signup:[0-9a-f]{8}-[0-9a-f-]{27}}/cancel")
    String free(@PathVariable("id") UUID id, @PathVariable("signup") UUID signup) {
        own(id);
        if (sessions.seat(signup).filter(seat -> seat.getKey().equals(id)).isEmpty()) {
            throw new NoSuchElementException("no such seat");
        }
        sessions.cancel(signup);
        return back(id, "freed");
    }

    @PostMapping(ID + "/attendance")
    String record(@PathVariable("id") UUID id, @RequestParam MultiValueMap<String, String> sent, Principal who) {
        own(id);
        var came = new HashSet<UUID>();
        sent.getOrDefault("came", List.of()).stream().filter(one -> one.matches("[0-9a-f-]{36}")).forEach(one -> came.add(UUID.fromString(one)));
        try {
            sessions.record(id, came, who.getName());
        } catch (IllegalStateException recorded) {
            return back(id, "GONE");
        }
        return back(id, "recorded");
    }

    @PostMapping(ID + "/cancel")
    String cancel(@PathVariable("id") UUID id) {
        own(id);
        return back(id, sessions.cancelSession(id) ? "cancelled" : "GONE");
    }

    @ExceptionHandler
    void gone(NoSuchElementException unknown, HttpServletResponse response) throws IOException {
        response.sendError(HttpServletResponse.SC_NOT_FOUND);
    }

    private Session own(UUID id) {
        var session = sessions.session(id).orElseThrow(() -> new NoSuchElementException("no such session"));
        access.requireDistrict(session.major());
        return session;
    }

    private static String back(UUID id, String said) {
        return "redirect:/trainings/" + id + "?said=" + said;
    }

    private String page(String said, Map<String, String> values, Locale language, Model model) {
        var mine = access.districts();
        model.addAttribute("said", said);
        model.addAttribute("values", values);
        model.addAttribute("coming", day.lines(sessions.coming().stream().filter(one -> mine.contains(one.major())).toList(), language));
        model.addAttribute("toRecord", day.lines(sessions.toRecord().stream().filter(one -> mine.contains(one.major())).toList(), language));
        model.addAttribute("held", day.lines(sessions.held().stream().filter(one -> mine.contains(one.major())).limit(20).toList(), language));
        model.addAttribute("courses", trainings.courses(language));
        model.addAttribute("districts", catalogue.districts().stream().filter(one -> mine.contains(one.majorCode())).toList());
        model.addAttribute("reader", language);
        return "volunteer/trainings";
    }
}
