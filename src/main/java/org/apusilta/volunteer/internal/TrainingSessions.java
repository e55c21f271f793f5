package org.apusilta.volunteer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Attachment;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.volunteer.VolunteerGone;
import org.apusilta.volunteer.internal.Trainings.How;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When trainings are held and who comes. A seat is one conditional update on the session's own row, which the table's constraint
 * guards: of two who want the last seat at the same instant one sits and one waits. Whoever waits moves up by order of coming.
 */
@Service
@Transactional
public class TrainingSessions {

    /** Where the link of a confirmation leads. */
    public static final String PURPOSE = "training-seat";

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d.M.yyyy");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H.mm");

    private final JdbcClient jdbc;
    private final ProofPeople people;
    private final Trainings trainings;
    private final Messages messages;
    private final RecreationCalendar calendar;

    TrainingSessions(JdbcClient jdbc, ProofPeople people, Trainings trainings, Messages messages, RecreationCalendar calendar) {
        this.jdbc = jdbc;
        this.people = people;
        this.trainings = trainings;
        this.messages = messages;
        this.calendar = calendar;
    }

    /** What came of wanting to come. */
    public enum Seat { SEATED, WAITING, ALREADY, GONE }

    /**
     * One session.
     *
     * @param title what a lecture is about; null for others @param major whose coordinators hold it
     * @param taken seats taken @param waiting how many wait for one @param state COMING, TO_RECORD (over, nobody has recorded who came), HELD or CANCELLED
     */
    public record Session(UUID id, String training, @Nullable String title, String mode, Instant startsAt, Instant endsAt, String place, String major, String language,
            int seats, int taken, int waiting, String state) {

        /** @return seats still free */
        public int free() {
            return seats - taken;
        }

        /** @return such as 24.11.2026 17.00–19.30 */
        public String when() {
            var start = startsAt.atZone(ProofPeople.HELSINKI);
            return DAY.format(start) + " " + TIME.format(start) + "–" + TIME.format(endsAt.atZone(ProofPeople.HELSINKI));
        }
    }

    /** What a new session needs. */
    public record Plan(String training, @Nullable String title, String mode, Instant startsAt, Instant endsAt, String place, String district, String language, int seats) {}

    /** One who comes, came or waits. */
    public record Signup(UUID id, UUID personId, String name, String state, String means) {}

    private static final String SELECT = """
            SELECT s.*, d.major_code, (SELECT count(*) FROM apusilta.training_signup w WHERE w.session_id = s.id AND w.state = 'WAITING') AS waiting,
              CASE WHEN s.cancelled_at IS NOT NULL THEN 'CANCELLED' WHEN s.held_at IS NOT NULL THEN 'HELD' WHEN s.starts_at > :now THEN 'COMING' ELSE 'TO_RECORD' END AS state
            FROM apusilta.training_session s JOIN apusilta.district d ON d.code = s.district\s""";

    /** @return the session's id @throws IllegalArgumentException when it does not lie ahead or has no seats */
    public UUID plan(Plan plan, String by) {
        if (!plan.startsAt().isAfter(people.now().toInstant()) || !plan.endsAt().isAfter(plan.startsAt()) || plan.seats() < 1 || plan.seats() > 500 || plan.place().isBlank()) {
            throw new IllegalArgumentException("a session lies ahead and has a place and seats");
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO apusilta.training_session (id, training_code, title, mode, starts_at, ends_at, place, district, language, seats, created_by, created_at)
                VALUES (:id, :training, :title, :mode, :starts, :ends, :place, :district, :language, :seats, :by, :now)""")
                .param("id", id).param("training", plan.training()).param("title", plan.title()).param("mode", plan.mode()).param("starts", plan.startsAt().atOffset(ZoneOffset.UTC))
                .param("ends", plan.endsAt().atOffset(ZoneOffset.UTC)).param("place", plan.place().strip()).param("district", plan.district())
                .param("language", plan.language()).param("seats", plan.seats()).param("by", by).param("now", people.now()).update();
        return id;
    }

    /** @return sessions that lie ahead, the next first */
    @Transactional(readOnly = true)
    public List<Session> coming() {
        return list("WHERE s.cancelled_at IS NULL AND s.held_at IS NULL AND s.starts_at > :now ORDER BY s.starts_at, s.id");
    }

    /** @return those that are over and whose attendance nobody has recorded, the oldest first */
    @Transactional(readOnly = true)
    public List<Session> toRecord() {
        return list("WHERE s.cancelled_at IS NULL AND s.held_at IS NULL AND s.starts_at <= :now ORDER BY s.starts_at, s.id");
    }

    /** @return those that were held, the newest first, not older than a year */
    @Transactional(readOnly = true)
    public List<Session> held() {
        return list("WHERE s.held_at IS NOT NULL AND s.starts_at > CAST(:now AS timestamptz) - interval '1 year' ORDER BY s.starts_at DESC, s.id");
    }

    private List<Session> list(String which) {
        return jdbc.sql(SELECT + which).param("now", people.now()).query(TrainingSessions::session).list();
    }

    @Transactional(readOnly = true)
    public Optional<Session> session(UUID id) {
        return jdbc.sql(SELECT + "WHERE s.id = :id").param("now", people.now()).param("id", id).query(TrainingSessions::session).optional();
    }

    /** @return who comes, came or waits, by name; those who wait in the order they came */
    @Transactional(readOnly = true)
    public List<Signup> signups(UUID sessionId) {
        return jdbc.sql("SELECT id, person_id, state, means FROM apusilta.training_signup WHERE session_id = :id AND state <> 'CANCELLED' ORDER BY state = 'WAITING', signed_at, id")
                .param("id", sessionId).query((row, n) -> {
                    var person = row.getObject("person_id", UUID.class);
                    return new Signup(row.getObject("id", UUID.class), person, people.find(person).map(ProofPeople.Person::name).orElse("–"), row.getString("state"), row.getString("means"));
                }).list();
    }

    /** @return the sessions ahead that this person has a seat in or waits for, by id */
    @Transactional(readOnly = true)
    public Map<UUID, String> mine(UUID personId) {
        return jdbc.sql("""
                SELECT u.session_id, u.state FROM apusilta.training_signup u JOIN apusilta.training_session s ON s.id = u.session_id
                WHERE u.person_id = :id AND u.state IN ('SEATED', 'WAITING') AND s.cancelled_at IS NULL AND s.starts_at > :now""")
                .param("id", personId).param("now", people.now()).query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2))).list().stream()
                .collect(java.util.stream.Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Signs somebody up: a seat when one is free, a place in the queue else. @param by account of who did it for them; null by link */
    public Seat signUp(UUID sessionId, UUID personId, @Nullable String by) {
        var id = UUID.randomUUID();
        lock(sessionId);   // or a seat given back at this moment would stay free while this one waits
        if (session(sessionId).filter(one -> one.state().equals("COMING")).isEmpty()) {
            return Seat.GONE;
        }
        boolean fresh = jdbc.sql("""
                INSERT INTO apusilta.training_signup (id, session_id, person_id, state, means, signed_by, signed_at, changed_at)
                VALUES (:id, :session, :person, 'WAITING', :means, :by, :now, :now) ON CONFLICT (session_id, person_id) WHERE state <> 'CANCELLED' DO NOTHING""")
                .param("id", id).param("session", sessionId).param("person", personId).param("means", by == null ? "LINK" : "PHONE").param("by", by).param("now", people.now()).update() == 1;
        if (!fresh) {
            return Seat.ALREADY;
        }
        boolean seated = jdbc.sql("UPDATE apusilta.training_session SET taken = taken + 1 WHERE id = :id AND taken < seats AND cancelled_at IS NULL").param("id", sessionId).update() == 1;
        if (seated) {
            change(id, "SEATED");
        }
        tell(id, sessionId, personId, seated ? "training-seat" : "training-queue");
        return seated ? Seat.SEATED : Seat.WAITING;
    }

    /** Gives a seat or a place in the queue back; whoever has waited longest moves up. Idempotent. */
    public void cancel(UUID signupId) {
        var one = jdbc.sql("SELECT session_id FROM apusilta.training_signup WHERE id = :id").param("id", signupId).query(UUID.class).optional();
        one.ifPresent(session -> {
            lock(session);
            boolean seated = jdbc.sql("UPDATE apusilta.training_signup SET state = 'CANCELLED', changed_at = :now WHERE id = :id AND state = 'SEATED'")
                    .param("now", people.now()).param("id", signupId).update() == 1;
            if (seated) {
                moveUp(session);
            } else {
                jdbc.sql("UPDATE apusilta.training_signup SET state = 'CANCELLED', changed_at = :now WHERE id = :id AND state = 'WAITING'")
                        .param("now", people.now()).param("id", signupId).update();
            }
        });
    }

    private void moveUp(UUID session) {
        var next = jdbc.sql("SELECT id, person_id FROM apusilta.training_signup WHERE session_id = :id AND state = 'WAITING' ORDER BY signed_at, id LIMIT 1").param("id", session)
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).optional();
        if (next.isPresent() && session(session).filter(one -> one.state().equals("COMING")).isPresent()) {
            change(next.get().getKey(), "SEATED");
            tell(next.get().getKey(), session, next.get().getValue(), "training-seat");
        } else {
            jdbc.sql("UPDATE apusilta.training_session SET taken = taken - 1 WHERE id = :id").param("id", session).update();
        }
    }

    /** It is not held: everybody who was to come or waits hears it. @return false when it is over or was cancelled before */
    public boolean cancelSession(UUID sessionId) {
        boolean now = jdbc.sql("UPDATE apusilta.training_session SET cancelled_at = :now WHERE id = :id AND cancelled_at IS NULL AND held_at IS NULL AND starts_at > :now")
                .param("now", people.now()).param("id", sessionId).update() == 1;
        if (now) {
            signups(sessionId).forEach(one -> {
                change(one.id(), "CANCELLED");
                tell(one.id(), sessionId, one.personId(), "training-cancelled");
            });
        }
        return now;
    }

    /** Records who came. What they have done counts from the session's day. @throws IllegalStateException when it lies ahead, was cancelled or has been recorded */
    public void record(UUID sessionId, Set<UUID> came, String by) {
        lock(sessionId);
        var session = session(sessionId).orElseThrow(() -> new NoSuchElementException("no such session"));
        if (!session.state().equals("TO_RECORD")) {
            throw new IllegalStateException("nothing to record");
        }
        jdbc.sql("UPDATE apusilta.training_session SET held_at = :now WHERE id = :id").param("now", people.now()).param("id", sessionId).update();
        var day = LocalDate.ofInstant(session.startsAt(), ProofPeople.HELSINKI);
        for (var one : signups(sessionId)) {
            boolean attended = came.contains(one.id());
            change(one.id(), attended ? "ATTENDED" : one.state().equals("WAITING") ? "CANCELLED" : "ABSENT");
            if (attended) {
                trainings.complete(one.personId(), session.training(), day, How.SESSION, by);
            }
        }
    }

    /** @return seats of trainings held on that day that nobody was reminded of; not those taken within half a day, whose confirmation is fresh */
    @Transactional(readOnly = true)
    public List<UUID> toRemind(LocalDate day) {
        return jdbc.sql("""
                SELECT u.id FROM apusilta.training_signup u JOIN apusilta.training_session s ON s.id = u.session_id
                WHERE u.state = 'SEATED' AND u.reminded_at IS NULL AND u.changed_at < CAST(:now AS timestamptz) - interval '12 hours'
                  AND s.cancelled_at IS NULL AND (s.starts_at AT TIME ZONE 'Europe/Helsinki')::date = :day AND s.starts_at > :now ORDER BY s.starts_at, u.id""")
                .param("now", people.now()).param("day", day).query(UUID.class).list();
    }

    /** Reminds whoever has this seat, once. */
    public void remindOfSeat(UUID signup) {
        var seat = jdbc.sql("UPDATE apusilta.training_signup SET reminded_at = :now WHERE id = :id AND state = 'SEATED' AND reminded_at IS NULL RETURNING session_id, person_id")
                .param("now", people.now()).param("id", signup).query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getObject(2, UUID.class))).optional();
        seat.ifPresent(one -> tell(signup, one.getKey(), one.getValue(), "training-tomorrow"));
    }

    /** @return the calendar entry of a seat, in this language; empty when it was given back */
    @Transactional(readOnly = true)
    public Optional<byte[]> entry(UUID signup, Locale language) {
        return seat(signup).filter(seat -> seat.getValue().equals("SEATED")).flatMap(seat -> session(seat.getKey()))
                .map(session -> calendar.entry(signup, session.startsAt(), session.endsAt(), name(session, language), session.place(), false));
    }

    private String name(Session session, Locale language) {
        var name = trainings.courses(language).stream().filter(one -> one.code().equals(session.training())).findFirst().orElseThrow().name();
        return session.title() == null ? name : name + ": " + session.title();
    }

    /** @return whom a seat is for, and where */
    @Transactional(readOnly = true)
    public Optional<Map.Entry<UUID, String>> seat(UUID signupId) {
        return jdbc.sql("SELECT session_id, state FROM apusilta.training_signup WHERE id = :id").param("id", signupId)
                .query((row, n) -> Map.entry(row.getObject(1, UUID.class), row.getString(2))).optional();
    }

    @EventListener
    void gone(VolunteerGone gone) {
        jdbc.sql("SELECT id FROM apusilta.training_signup WHERE person_id = :id AND state IN ('SEATED', 'WAITING')").param("id", gone.volunteerId()).query(UUID.class).list()
                .forEach(this::cancel);
    }

    private void change(UUID signup, String state) {
        jdbc.sql("UPDATE apusilta.training_signup SET state = :state, changed_at = :now WHERE id = :id").param("state", state).param("now", people.now()).param("id", signup).update();
    }

    private void lock(UUID sessionId) {
        jdbc.sql("SELECT id FROM apusilta.training_session WHERE id = :id FOR UPDATE").param("id", sessionId).query(UUID.class).optional();
    }

    private void tell(UUID signup, UUID sessionId, UUID personId, String template) {
        var session = session(sessionId).orElseThrow();
        people.find(personId).ifPresent(person -> {
            var language = Locale.forLanguageTag(person.language());
            var draft = new Draft(personId, person.recipient(), template, Map.of("training", name(session, language), "when", session.when(), "place", session.place()),
                    template.equals("training-cancelled") ? null : new LinkFor(PURPOSE, signup, Duration.between(people.now().toInstant(), session.endsAt()).plusDays(1)));
            entry(signup, language).ifPresentOrElse(file -> messages.send(draft, new Attachment("apusilta.ics", "text/calendar; charset=UTF-8", file)), () -> messages.send(draft));
        });
    }

    private static Session session(ResultSet row, int n) throws SQLException {
        return new Session(row.getObject("id", UUID.class), row.getString("training_code"), row.getString("title"), row.getString("mode"),
                row.getObject("starts_at", OffsetDateTime.class).toInstant(), row.getObject("ends_at", OffsetDateTime.class).toInstant(), row.getString("place"),
                row.getString("major_code"), row.getString("language"), row.getInt("seats"), row.getInt("taken"), row.getInt("waiting"), row.getString("state"));
    }
}
