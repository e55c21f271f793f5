package org.apusilta.journey;

import java.time.Duration;
import java.time.MonthDay;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.apusilta.catalogue.Assessments;
import org.apusilta.journey.Walk.Happened;
import org.apusilta.journey.WalkMoves.Move;
import org.apusilta.volunteer.Applications;
import org.apusilta.volunteer.NewApplication;
import org.apusilta.volunteer.NewApplication.Age;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.internal.Availability;
import org.apusilta.volunteer.internal.Birthdays;
import org.apusilta.volunteer.internal.PlannedChanges;
import org.apusilta.volunteer.internal.Recreations;
import org.apusilta.volunteer.internal.Recreations.Recreation;
import org.apusilta.volunteer.internal.Recreations.Segment;
import org.apusilta.volunteer.internal.RenewalWatch;
import org.apusilta.volunteer.internal.Talks;
import org.apusilta.volunteer.internal.TrainingSessions;
import org.apusilta.volunteer.internal.Trainings;
import org.apusilta.volunteer.internal.VolunteerChanges;
import org.apusilta.volunteer.process.RecreationProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What can happen in volunteers' lives, from the application to the farewell. What a form or a link asks is answered by {@link WalkMoves};
 * here is what begins, what comes from the register's pages, and what the calendar brings.
 */
@TestComponent
public class WalkLives {

    /** So many applicants at once; more come only when one has been answered. */
    private static final int APPLYING = 12;
    private static final int EVENTS = 3;
    private static final String COORDINATOR = "coordinator";
    private static final List<String> MAJORS = List.of("1", "2", "3", "4", "5", "6", "7", "8");

    private final JdbcClient database;
    private final Applications applications;
    private final Talks talks;
    private final Trainings trainings;
    private final TrainingSessions sessions;
    private final Assessments assessments;
    private final RenewalWatch renewals;
    private final Volunteers volunteers;
    private final VolunteerChanges changes;
    private final PlannedChanges plans;
    private final Availability availability;
    private final Birthdays birthdays;
    private final Recreations recreations;
    private final RecreationProcess recreation;
    private final Journey journey;
    private Walk walk;
    private List<String> kinds = List.of();

    WalkLives(JdbcClient database, Applications applications, Talks talks, Trainings trainings, TrainingSessions sessions, Assessments assessments, RenewalWatch renewals,
            Volunteers volunteers, VolunteerChanges changes, PlannedChanges plans, Availability availability, Birthdays birthdays, Recreations recreations, RecreationProcess recreation, Journey journey) {
        this.database = database;
        this.applications = applications;
        this.talks = talks;
        this.trainings = trainings;
        this.sessions = sessions;
        this.assessments = assessments;
        this.renewals = renewals;
        this.volunteers = volunteers;
        this.changes = changes;
        this.plans = plans;
        this.availability = availability;
        this.birthdays = birthdays;
        this.recreations = recreations;
        this.recreation = recreation;
        this.journey = journey;
    }

    List<Move> all(Walk on) {
        walk = on;
        kinds = database.sql("SELECT code FROM apusilta.kind WHERE offered ORDER BY code").query(String.class).list();
        database.sql("INSERT INTO apusilta.account (username, display_name, password_hash, role, districts) VALUES (?, 'Kaisa Koordinaattori', '-', 'COORDINATOR', '{7}') ON CONFLICT DO NOTHING")
                .param(COORDINATOR).update();
        return List.of(
                new Move("somebody applies", 14, this::applies),
                new Move("an applicant withdraws", 1, this::withdraws),
                new Move("a coordinator offers times for talks", 4, this::offersTimes),
                new Move("a training is planned", 1, this::trainingPlanned),
                new Move("who came to a training is written down", 1, this::trainingHeld),
                new Move("a coordinator records trainings", 4, this::trainingsRecorded),
                new Move("a kind of help is assessed", 1, this::assessed),
                new Move("the watch looks for what runs out", 1, this::runsOut),
                new Move("a morning's care round", 1, this::careRound),
                new Move("somebody comes back from a rest", 1, this::comesBack),
                new Move("somebody would like to help otherwise", 1, this::wishes),
                new Move("somebody tells when they can come", 1, this::tellsTimes),
                new Move("somebody of the register leaves", 1, this::leaves),
                new Move("somebody of the register rests", 1, this::rests),
                new Move("somebody plans a break or a leave", 2, this::plans),
                new Move("somebody cancels what was planned", 1, this::unplans),
                new Move("something nice is planned", 3, this::recreationPlanned),
                new Move("people are invited", 3, this::invited),
                new Move("an invitation is answered by phone", 2, this::answeredByPhone),
                new Move("something nice is cancelled", 2, this::recreationCancelled));
    }

    /** @return all whose lives the walk has touched, in the order it did */
    List<UUID> touched() {
        return database.sql("""
                SELECT id FROM (SELECT id, received_at AS at, reference AS x FROM apusilta.application UNION ALL SELECT id, planned_at, title_fi FROM apusilta.recreation
                  UNION ALL SELECT volunteer_id, said_at, volunteer_id::text FROM apusilta.volunteer_change UNION ALL SELECT volunteer_id, said_at, volunteer_id::text FROM apusilta.volunteer_plan UNION ALL SELECT volunteer_id, begun_at, volunteer_id::text FROM apusilta.proof_renewal
                  UNION ALL SELECT volunteer_id, found_on::timestamptz, volunteer_id::text FROM apusilta.care_due) one ORDER BY at, x""").query(UUID.class).list();
    }

    /** @return whether it is about somebody's application or volunteering, or an event for them, and not about a case */
    boolean aboutPeople(UUID id) {
        return database.sql("SELECT NOT EXISTS (SELECT 1 FROM apusilta.help_request WHERE id = ?)").param(id).query(Boolean.class).single();
    }

    // --- applicants

    private @Nullable Happened applies() {
        if (applying().size() >= APPLYING) {
            return null;
        }
        var application = application();
        var id = applications.submit(application);
        return new Happened(id, "somebody applies: " + (application.group() != null ? "GROUP" : application.age()) + " " + application.kinds());
    }

    private NewApplication application() {
        int n = walk.step();
        var age = walk.one(Age.ADULT, Age.ADULT, Age.ADULT, Age.ADULT, Age.YOUTH, Age.CHILD);
        var group = walk.chance(8) ? new NewApplication.Group(walk.one(NewApplication.GroupKind.values()), "Hakijaryhmä Auttavaiset", 2 + walk.dice.nextInt(40)) : null;
        int year = walk.today().getYear() - switch (age) {
            case ADULT -> 22 + walk.dice.nextInt(70);
            case YOUTH -> 17;
            case CHILD -> 13;
        };
        boolean mail = walk.chance(85);
        return new NewApplication(UUID.nameUUIDFromBytes((walk.seed + " " + n).getBytes(java.nio.charset.StandardCharsets.UTF_8)), walk.chance(30) ? COORDINATOR : null, group,
                new NewApplication.Person("Hakija-Helmi", "Auttavainen" + n, mail ? "helmi" + n + "@hakija.example.org" : null, mail && walk.chance(50) ? null : "+358 40 7655 " + (1000 + n)),
                group == null ? year : null, group == null ? age : null, walk.one("fi", "fi", "sv", "en"), walk.chance(55) ? List.of("FRIEND_VISIT") : walk.some(3, kinds), walk.chance(80) ? "701" : "301",
                8_000, walk.chance(60) ? List.of("MON_AM", "WED_PM") : List.of(), Map.of("fi", walk.one("B2", "C1")), walk.chance(20), new NewApplication.Home(false, false, true, false),
                walk.words(), NewApplication.HeardFrom.LIBRARY, age == Age.CHILD ? new NewApplication.Guardian("Huoltaja Huolehtivainen", "huoltaja" + n + "@hakija.example.org", null) : null);
    }

    List<UUID> applying() {
        return database.sql("SELECT id FROM apusilta.application WHERE closed_at IS NULL ORDER BY received_at, reference").query(UUID.class).list();
    }

    private @Nullable Happened withdraws() {
        var open = applying();
        if (open.isEmpty() || walk.chance(65)) {
            return null;
        }
        var id = walk.one(open);
        walk.about(id, "withdraw the application");
        applications.withdraw(id, walk.one(COORDINATOR, null));
        return new Happened(id, "an applicant withdraws");
    }

    private @Nullable Happened offersTimes() {
        var at = walk.now().plus(Duration.ofDays(1 + walk.dice.nextInt(9))).truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        boolean offered = talks.offer(walk.one("7", "7", "7", "3"), COORDINATOR, at, 30, walk.one(Talks.Way.values()), "Kansalaistori");
        return offered ? new Happened(null, "a coordinator offers times for talks") : null;
    }

    private @Nullable Happened trainingPlanned() {
        if (sessions.coming().size() > 3) {
            return null;
        }
        var needed = database.sql("SELECT DISTINCT training_code FROM apusilta.kind_training ORDER BY 1").query(String.class).list();
        var at = walk.now().plus(Duration.ofDays(4 + walk.dice.nextInt(12)));
        sessions.plan(new TrainingSessions.Plan(walk.chance(60) ? "BASICS" : walk.one(needed), null, walk.one("LIVE", "REMOTE"), at, at.plus(Duration.ofHours(3)), "Stoa", "701", "fi", 1 + walk.dice.nextInt(4)), COORDINATOR);
        return new Happened(null, "a training is planned");
    }

    private @Nullable Happened trainingHeld() {
        var over = sessions.toRecord();
        if (over.isEmpty()) {
            return null;
        }
        var session = over.get(0);
        var came = new HashSet<UUID>();
        sessions.signups(session.id()).stream().filter(one -> one.state().equals("SEATED")).sorted(java.util.Comparator.comparing(TrainingSessions.Signup::name))
                .filter(one -> walk.chance(80)).forEach(one -> came.add(one.id()));
        sessions.record(session.id(), came, COORDINATOR);
        return new Happened(null, "who came to a training is written down: " + came.size());
    }

    /** Of somebody who waits for them; sometimes one of several only. */
    private @Nullable Happened trainingsRecorded() {
        var waiting = database.sql("SELECT person_id FROM apusilta.training_need WHERE closed_at IS NULL").query(UUID.class).list().stream()
                .sorted(java.util.Comparator.comparing(walk::number)).toList();
        if (waiting.isEmpty()) {
            return null;
        }
        var id = walk.one(waiting);
        walk.about(id, "record trainings");
        var missing = trainings.missing(id);
        var done = walk.chance(80) || missing.isEmpty() ? missing : missing.subList(0, 1);
        done.forEach(code -> trainings.complete(id, code, walk.today(), Trainings.How.COORDINATOR, COORDINATOR));
        return new Happened(id, "a coordinator records trainings: " + done);
    }

    private @Nullable Happened assessed() {
        var not = database.sql("SELECT code FROM apusilta.kind WHERE check_required AND code NOT IN (SELECT kind_code FROM apusilta.kind_assessment) ORDER BY code").query(String.class).list();
        if (not.isEmpty()) {
            return null;
        }
        var kind = walk.one(not);
        assessments.assess(kind, true, true, walk.chance(70), COORDINATOR);
        return new Happened(null, "a kind of help is assessed: " + kind);
    }

    // --- volunteers

    private Happened runsOut() {
        return new Happened(null, "the watch looks for what runs out: " + renewals.look());
    }

    private @Nullable Happened careRound() {
        var timer = journey.jobs.createJobQuery().timers().list().stream().filter(job -> job.getProcessInstanceId() == null && job.getProcessDefinitionKey().equals("care-round")).findFirst();
        timer.ifPresent(job -> journey.jobs.executeJob(job.getId()));
        return timer.isPresent() ? new Happened(null, "a morning's care round") : null;
    }

    /** @return those who came by applying, those who serve or are asked, and a few who have been here for long */
    private List<UUID> people(String condition) {
        return database.sql("""
                SELECT v.id FROM apusilta.volunteer v LEFT JOIN apusilta.application a ON a.id = v.id WHERE
                """ + condition + """
                 AND (a.id IS NOT NULL OR v.id IN (SELECT volunteer_id FROM apusilta.offer WHERE state IN ('OPEN', 'ACCEPTED'))
                  OR v.id IN (SELECT volunteer_id FROM apusilta.proof_renewal) OR v.id IN (SELECT id FROM apusilta.volunteer ORDER BY id LIMIT 12))
                ORDER BY a.received_at NULLS LAST, a.reference, v.id""").param("today", walk.today()).query(UUID.class).list();
    }

    private @Nullable UUID somebody(String condition) {
        var people = people(condition);
        return people.isEmpty() ? null : walk.one(people);
    }

    private @Nullable Happened comesBack() {
        var id = somebody("(v.resting_until >= :today OR v.status = 'PAUSED')");
        if (id == null) {
            return null;
        }
        walk.about(id, "come back");
        return new Happened(id, "somebody comes back from a rest: " + volunteers.comeBack(id, walk.one(COORDINATOR, Volunteers.THEMSELVES)));
    }

    private @Nullable Happened wishes() {
        var id = somebody("v.status <> 'LEFT' AND :today IS NOT NULL");
        if (id == null) {
            return null;
        }
        walk.about(id, "wish for other tasks");
        return new Happened(id, "somebody would like to help otherwise: " + changes.wish(id, walk.some(3, kinds), walk.words(), walk.one(COORDINATOR, Volunteers.THEMSELVES)));
    }

    private @Nullable Happened tellsTimes() {
        var id = somebody("v.status <> 'LEFT' AND :today IS NOT NULL");
        if (id == null) {
            return null;
        }
        walk.about(id, "tell when they can come");
        switch (walk.dice.nextInt(3)) {
            case 0 -> availability.times(id, walk.one(1, 1 << 9, null), COORDINATOR);
            case 1 -> availability.load(id, 1 + walk.dice.nextInt(3), null, Volunteers.THEMSELVES);
            default -> availability.block(id, walk.today().plusDays(walk.dice.nextInt(9)), walk.today().plusDays(9 + walk.dice.nextInt(9)), Volunteers.THEMSELVES);
        }
        if (walk.chance(40)) {
            birthdays.agree(id, MonthDay.from(walk.today().plusDays(walk.dice.nextInt(5))), Volunteers.THEMSELVES);
        }
        return new Happened(id, "somebody tells when they can come");
    }

    private @Nullable Happened leaves() {
        var id = somebody("v.status <> 'LEFT' AND :today IS NOT NULL");
        if (id == null || walk.chance(40)) {
            return null;
        }
        walk.about(id, "leave");
        volunteers.leave(id, walk.one(Volunteers.Reason.values()), walk.words(), walk.one(COORDINATOR, Volunteers.THEMSELVES));
        return new Happened(id, "somebody of the register leaves");
    }

    private @Nullable Happened rests() {
        var id = somebody("v.status <> 'LEFT' AND :today IS NOT NULL");
        if (id == null) {
            return null;
        }
        walk.about(id, "rest");
        volunteers.pause(id, walk.today().plusDays(walk.dice.nextInt(40)), walk.one(COORDINATOR, Volunteers.THEMSELVES));
        return new Happened(id, "somebody of the register rests");
    }

    private @Nullable Happened plans() {
        var id = somebody("v.status IN ('ACTIVE', 'PAUSED', 'APPLICANT') AND :today IS NOT NULL");
        if (id == null) {
            return null;
        }
        walk.about(id, "plan a break or a leave");
        var day = walk.today().plusDays(walk.dice.nextInt(20));
        boolean kept = walk.chance(75) ? plans.rest(id, day, day.plusDays(walk.dice.nextInt(30) - 2), Volunteers.Reason.TIME, walk.words(), walk.one(COORDINATOR, Volunteers.THEMSELVES))
                : plans.leave(id, day, Volunteers.Reason.MOVES, walk.words(), walk.one(COORDINATOR, Volunteers.THEMSELVES));
        return new Happened(id, "somebody plans a break or a leave: " + kept);
    }

    private @Nullable Happened unplans() {
        var id = somebody("EXISTS (SELECT 1 FROM apusilta.volunteer_plan p WHERE p.volunteer_id = v.id AND p.dropped_at IS NULL AND p.done_at IS NULL) AND :today IS NOT NULL");
        if (id == null) {
            return null;
        }
        walk.about(id, "cancel what was planned");
        return new Happened(id, "somebody cancels what was planned: " + plans.cancel(id, walk.one(COORDINATOR, Volunteers.THEMSELVES)));
    }

    // --- something nice

    private List<Recreation> events() {
        return recreations.all().stream().filter(one -> one.cancelledAt() == null && one.notedAt() == null).sorted(java.util.Comparator.comparing(one -> walk.number(one.id()))).toList();
    }

    private @Nullable Happened recreationPlanned() {
        if (events().size() >= EVENTS) {
            return null;
        }
        int days = 3 + walk.dice.nextInt(20);
        var begins = ZonedDateTime.ofInstant(walk.now(), Walk.HELSINKI).plusDays(days).withHour(13).withMinute(0).withSecond(0).withNano(0).toInstant();
        var id = UUID.randomUUID();
        recreation.plan(new Recreation(id, "Kahvit " + walk.step(), "Kaffe", "Coffee", "Oodi", begins, begins.plus(Duration.ofHours(2)), walk.today().plusDays(1 + walk.dice.nextInt(days)),
                1 + walk.dice.nextInt(4), 0, "7", COORDINATOR, null, null, null));
        return new Happened(id, "something nice is planned");
    }

    private @Nullable Recreation event() {
        var events = events().stream().filter(one -> one.startsAt().isAfter(walk.now())).toList();
        return events.isEmpty() ? null : walk.one(events);
    }

    private @Nullable Happened invited() {
        var event = event();
        if (event == null) {
            return null;
        }
        walk.about(event.id(), "invite");
        var lively = new ArrayList<>(people("v.status = 'ACTIVE' AND :today IS NOT NULL"));
        lively.addAll(recreations.guests(event.id(), new Segment(MAJORS, "", "", 0)).stream().limit(4).map(Recreations.Guest::id).toList());
        return lively.isEmpty() ? null : new Happened(event.id(), "people are invited: " + recreation.invite(event.id(), walk.some(6, lively), MAJORS));
    }

    private @Nullable Happened answeredByPhone() {
        var event = event();
        var invited = event == null ? List.<Recreations.Invited>of() : recreations.invited(event.id()).stream().sorted(java.util.Comparator.comparing(Recreations.Invited::name)).toList();
        if (invited.isEmpty()) {
            return null;
        }
        walk.about(event.id(), "answer an invitation by phone");
        return new Happened(event.id(), "an invitation is answered by phone: " + recreations.answer(walk.one(invited).id(), walk.chance(60), COORDINATOR));
    }

    private @Nullable Happened recreationCancelled() {
        var event = event();
        if (event == null || walk.chance(60)) {
            return null;
        }
        walk.about(event.id(), "cancel the event");
        return new Happened(event.id(), "something nice is cancelled: " + recreation.cancel(event.id()));
    }

    // --- their links

    /** What the page offers to choose from: a time for the talk, a session or a course. @param subject of the link */
    Map<String, String> chosen(String purpose, UUID about, UUID subject, Map<String, String> fields) {
        if (purpose.equals("talk") && fields.containsValue("FREE")) {
            var major = applications.find(about).orElseThrow().major();
            var free = talks.free(major);
            return Map.of("slot", free.isEmpty() ? "" : walk.one(free).id().toString());
        }
        if (purpose.equals("training") && fields.containsValue("SEAT")) {
            var coming = sessions.coming();
            return coming.isEmpty() ? Map.of() : Map.of("session", walk.one(coming).id().toString());
        }
        if (purpose.equals("training") && fields.containsValue("ONLINE")) {
            return trainings.invited(subject).map(person -> trainings.missing(person)).filter(missing -> !missing.isEmpty())
                    .map(missing -> Map.of("done", walk.one(online(missing)), "sure", "yes")).orElse(Map.of());
        }
        return new TreeMap<>(fields);
    }

    private List<String> online(List<String> missing) {
        var online = trainings.courses(Locale.ENGLISH).stream().filter(one -> one.way().equals("ONLINE")).map(Trainings.Course::code).sorted().toList();
        return online.isEmpty() ? missing : online;
    }

    /** A no is heard and forgotten: it changes nothing of what the register says. @return all it says, but for the places that are booked */
    String registered() {
        return database.sql("SELECT coalesce(md5(string_agg((to_jsonb(v) - 'load' - 'last_ended_on' - 'version')::text, ' ' ORDER BY v.id)), '') FROM apusilta.volunteer v").query(String.class).single();
    }
}
