package org.apusilta.demo.process;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.engine.Workdays;
import org.apusilta.volunteer.Applications;
import org.apusilta.volunteer.NewApplication;
import org.apusilta.volunteer.NewApplication.Age;
import org.apusilta.volunteer.NewApplication.Group;
import org.apusilta.volunteer.NewApplication.GroupKind;
import org.apusilta.volunteer.NewApplication.Guardian;
import org.apusilta.volunteer.NewApplication.HeardFrom;
import org.apusilta.volunteer.NewApplication.Home;
import org.apusilta.volunteer.NewApplication.Person;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** A dozen people on their way to become volunteers, each at another step, some standing longer than they should. */
@Component
@Profile({"demo", "test"})
public class DemoApplicants {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /** How far somebody is. */
    private enum Stage { READ, GUARDIAN, TIMES, CALL, TALK_SOON, TALK_TODAY, SUITABLE, GROUP, NOT_NOW, WITHDRAWN }

    private record Invented(String given, String family, int born, Age age, String language, String district, List<String> kinds, Map<String, String> spoken,
            int daysAgo, Stage stage, @Nullable String enteredBy, @Nullable Group group, @Nullable Guardian guardian) {}

    private static final List<Invented> PEOPLE = List.of(
            one("Marjatta", "Kesänlahti", 1955, "fi", "701", List.of("FRIEND_VISIT"), Map.of("fi", "C1"), 1, Stage.READ, null),
            one("Göran", "Björkholmen", 1951, "sv", "101", List.of("PHONE_FRIEND"), Map.of("sv", "C1", "fi", "B1"), 6, Stage.READ, "coordinator"),
            one("Amina", "Warsame", 1994, "en", "703", List.of("LANGUAGE_CAFE"), Map.of("so", "C1", "en", "B1", "fi", "A2"), 8, Stage.TIMES, null),
            one("Reijo", "Harjunpolku", 1949, "fi", "301", List.of("OUTDOOR_ESCORT"), Map.of("fi", "C1"), 19, Stage.CALL, "coordinator"),
            one("Tuulikki", "Aallonmaa", 1960, "fi", "704", List.of("FRIEND_VISIT", "READING_ALOUD"), Map.of("fi", "C1", "sv", "A2"), 14, Stage.TALK_SOON, null),
            one("Pekka", "Rannikkola", 1957, "fi", "501", List.of("HOSPITAL_ESCORT"), Map.of("fi", "C1"), 15, Stage.TALK_TODAY, null),
            one("Olga", "Sinijärvi", 1988, "fi", "702", List.of("FRIEND_VISIT"), Map.of("ru", "C1", "fi", "B1"), 21, Stage.SUITABLE, null),
            one("Henrik", "Strandberget", 1985, "sv", "104", List.of("YOUTH_MENTOR"), Map.of("sv", "C1", "fi", "C1"), 24, Stage.SUITABLE, null),
            new Invented("Eetu", "Kuusisaari", 2013, Age.CHILD, "fi", "701", List.of("DOG_VISIT"), Map.of("fi", "C1"), 5, Stage.GUARDIAN, null, null,
                    new Guardian("Satu Kuusisaari", "satu.kuusisaari@postia.example", "+358 000 555 214")),
            new Invented("Laura", "Pihlajatie", 0, Age.ADULT, "fi", "301", List.of("PARK_GODPARENT"), Map.of("fi", "C1"), 4, Stage.GROUP, null,
                    new Group(GroupKind.COMPANY, "Pihlaja Ohjelmistot Oy", 14), null),
            one("Kaisa", "Lehtovaara", 1979, "fi", "401", List.of("PERFORMER"), Map.of("fi", "C1"), 30, Stage.NOT_NOW, null),
            one("Timo", "Selkämeri", 1963, "fi", "601", List.of("LUNCH_COMPANION"), Map.of("fi", "C1"), 15, Stage.WITHDRAWN, null));

    private final Applications applications;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final Words words;
    private final Workdays workdays;
    private final JdbcClient database;
    private final AtOneGo atOneGo;

    DemoApplicants(Applications applications, TaskService tasks, ManagementService jobs, Words words, Workdays workdays, JdbcClient database, AtOneGo atOneGo) {
        this.applications = applications;
        this.tasks = tasks;
        this.jobs = jobs;
        this.words = words;
        this.workdays = workdays;
        this.database = database;
        this.atOneGo = atOneGo;
    }

    private static Invented one(String given, String family, int born, String language, String district, List<String> kinds, Map<String, String> spoken, int daysAgo,
            Stage stage, @Nullable String enteredBy) {
        return new Invented(given, family, born, Age.ADULT, language, district, kinds, spoken, daysAgo, stage, enteredBy, null, null);
    }

    /** @param until now */
    public void play(Instant until) {
        try {
            times(until);
            PEOPLE.forEach(one -> {
                ClockUtil.setCurrentTime(Date.from(until.minus(Duration.ofDays(one.daysAgo()))));
                walk(one, until);
            });
        } finally {
            ClockUtil.reset();
        }
    }

    /** Each major district has some times to come, on working days. */
    private void times(Instant until) {
        var day = LocalDate.ofInstant(until, HELSINKI).plusDays(1);
        for (int n = 0; n < 8 * 4; n++) {
            slot(String.valueOf(n % 8 + 1), workdays.add(day, 1 + n / 8).atTime(LocalTime.of(10 + n % 8 / 2, n % 2 * 30)).atZone(HELSINKI).toInstant(), until, null);
        }
    }

    private UUID slot(String major, Instant at, Instant booked, @Nullable UUID application) {
        var id = UUID.randomUUID();
        database.sql("INSERT INTO apusilta.interview_slot (id, major, held_by, starts_at, minutes, way, application_id, booked_at, booked_means) VALUES (?, ?, ?, ?, 30, 'PHONE', ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(id, major, "coordinator", Timestamp.from(at), application, application == null ? null : Timestamp.from(booked), application == null ? null : "PHONE").update();
        return id;
    }

    private void walk(Invented one, Instant until) {
        var id = new UUID[1];
        atOneGo.run(() -> id[0] = applications.submit(application(one)));
        switch (one.stage()) {
            case GROUP -> complete(id[0], "reviewApplication", Map.of("reviewOutcome", "GROUP"), Map.of());
            case NOT_NOW -> complete(id[0], "reviewApplication", Map.of("reviewOutcome", "NOT_NOW"), Map.of("message", "Esiintyjiä on nyt paljon."));
            case WITHDRAWN -> atOneGo.run(() -> applications.withdraw(id[0], "coordinator"));
            case TIMES -> invite(id[0]);
            case CALL -> called(id[0]);
            case TALK_SOON, TALK_TODAY, SUITABLE -> talk(id[0], one, until);
            default -> { }
        }
    }

    private void invite(UUID id) {
        complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
    }

    private void called(UUID id) {
        invite(id);
        due(id, "bookingReminderDue");
        due(id, "bookingOverdue");
    }

    private void talk(UUID id, Invented one, Instant until) {
        called(id);
        var major = database.sql("SELECT major_code FROM apusilta.district WHERE code = ?").param(one.district()).query(String.class).single();
        var today = LocalDate.ofInstant(until, HELSINKI);
        var day = one.stage() == Stage.TALK_SOON ? workdays.add(today, 3) : one.stage() == Stage.TALK_TODAY ? today : workdays.add(today.minusDays(8), 3);
        var at = day.atTime(16, 30).atZone(HELSINKI).toInstant();
        var time = slot(major, at.plus(Duration.ofMinutes(30L * (one.born() % 4))), until, null);
        complete(id, "bookByPhone", Map.of("phoneOutcome", "BOOKED", "chosenSlotId", time.toString()), Map.of());
        if (one.stage() != Stage.TALK_SOON) {
            due(id, "interviewDay");
        }
        if (one.stage() == Stage.SUITABLE) {
            complete(id, "holdInterview", Map.of("interviewOutcome", "SUITABLE"), Map.of("referees", "Entinen työtoveri, +358 000 555 020"));
        }
    }

    private void due(UUID id, String element) {
        database.sql("SELECT j.id_ FROM public.act_ru_job j JOIN public.act_ru_execution e ON e.id_ = j.process_instance_id_ JOIN public.act_ru_jobdef d ON d.id_ = j.job_def_id_"
                + " WHERE d.act_id_ = ? AND e.business_key_ = ?").params(element, id.toString()).query(String.class).optional().ifPresent(job -> {
                    ClockUtil.setCurrentTime(jobs.createJobQuery().jobId(job).singleResult().getDuedate());
                    atOneGo.run(() -> jobs.executeJob(job));
                });
    }

    private void complete(UUID id, String step, Map<String, Object> decided, Map<String, String> said) {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).taskDefinitionKey(step).singleResult();
        atOneGo.run(() -> {
            tasks.setAssignee(task.getId(), "coordinator");
            words.keep(id, task.getId(), step, said, "coordinator");
            tasks.complete(task.getId(), decided);
        });
    }

    private static NewApplication application(Invented one) {
        var mail = one.given().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z]", "") + ".hakija@postia.example";
        return new NewApplication(UUID.randomUUID(), one.enteredBy(), one.group(), new Person(one.given(), one.family(), one.enteredBy() == null ? mail : null, "+358 000 555 0" + one.born() % 100),
                one.group() != null ? null : one.age() == Age.CHILD ? (Integer) (LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), HELSINKI).getYear() - 13) : (Integer) one.born(), one.group() == null ? one.age() : null, one.language(), one.kinds(), one.district(), 8_000,
                List.of("MON_AM", "WED_PM"), one.spoken(), !one.spoken().getOrDefault("fi", "").equals("C1"), new Home(false, false, true, false),
                "Haluaisin tehdä jotain hyvää toiselle.", HeardFrom.values()[one.daysAgo() % HeardFrom.values().length], one.guardian());
    }
}
