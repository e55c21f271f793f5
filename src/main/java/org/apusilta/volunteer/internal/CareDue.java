package org.apusilta.volunteer.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** To whom care is due, what for, and what came of it. Each occasion is one row, so no milestone is thanked for twice. */
@Service
@Transactional
public class CareDue {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private static final String COLUMNS = """
            SELECT c.id, c.volunteer_id, v.given_name || ' ' || v.family_name AS name, d.major_code AS major, c.reason, c.occasion, c.certificate, c.found_on,
              c.instance_id, c.words, c.approved_by, c.outcome FROM apusilta.care_due c JOIN apusilta.volunteer v ON v.id = c.volunteer_id
              JOIN apusilta.district d ON d.code = v.district
            """;

    private final JdbcClient database;
    private final Clock clock;

    CareDue(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Why. */
    public enum Reason { MILESTONE, BIRTHDAY, SILENCE, FIRST_TASK }

    /** What came of it. */
    public enum Outcome { THANKED, GREETED, CARED, PARTNERS, SET_ASIDE, LEFT }

    /**
     * @param occasion a milestone's code, the year of a birthday, or the day from which silence or idleness counts
     * @param words thanks in the words of who approved it
     */
    public record Due(UUID id, UUID volunteerId, String name, String major, Reason reason, String occasion, boolean certificate, LocalDate foundOn,
            @Nullable String instanceId, @Nullable String words, @Nullable String approvedBy, @Nullable Outcome outcome) {}

    /** @return whether it was new */
    boolean found(UUID volunteerId, Reason reason, String occasion, boolean certificate) {
        return database.sql("""
                INSERT INTO apusilta.care_due (id, volunteer_id, reason, occasion, certificate, found_on) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING""")
                .params(UUID.randomUUID(), volunteerId, reason.name(), occasion, certificate, today()).update() == 1;
    }

    /** @return what has been found and not begun, oldest first */
    @Transactional(readOnly = true)
    public List<Due> notBegun() {
        return database.sql(COLUMNS + "WHERE c.instance_id IS NULL AND c.settled_at IS NULL ORDER BY c.found_on, c.id").query(Due.class).list();
    }

    /** @return false when it has begun already, or somebody has settled it */
    public boolean begun(UUID id, String instanceId) {
        return database.sql("UPDATE apusilta.care_due SET instance_id = ? WHERE id = ? AND instance_id IS NULL AND settled_at IS NULL").params(instanceId, id).update() == 1;
    }

    /** @return thanks that wait in these major districts, the longest waiting first */
    @Transactional(readOnly = true)
    public List<Due> thanksWaiting(Collection<String> majors) {
        return majors.isEmpty() ? List.of() : database.sql(COLUMNS + """
                WHERE c.reason = 'MILESTONE' AND c.instance_id IS NOT NULL AND c.settled_at IS NULL AND c.approved_by IS NULL AND d.major_code IN (:majors)
                ORDER BY c.found_on, v.family_name, v.given_name, c.occasion""").param("majors", majors).query(Due.class).list();
    }

    /** @return what is open of this volunteer */
    @Transactional(readOnly = true)
    public List<Due> openOf(UUID volunteerId) {
        return database.sql(COLUMNS + "WHERE c.volunteer_id = ? AND c.settled_at IS NULL ORDER BY c.found_on").param(volunteerId).query(Due.class).list();
    }

    /** @return the row with this id */
    @Transactional(readOnly = true)
    public Optional<Due> find(UUID id) {
        return database.sql(COLUMNS + "WHERE c.id = ?").param(id).query(Due.class).optional();
    }

    /** @return the row this process instance is about */
    @Transactional(readOnly = true)
    public Optional<Due> behind(String instanceId) {
        return database.sql(COLUMNS + "WHERE c.instance_id = ?").param(instanceId).query(Due.class).optional();
    }

    /** Keeps who said that the thanks may go, and their own words. */
    public void approved(UUID id, @Nullable String words, @Nullable String by) {
        database.sql("UPDATE apusilta.care_due SET words = ?, approved_by = ? WHERE id = ?").params(words, by, id).update();
    }

    /** It did not go after all: somebody must look again. */
    void notYet(UUID id) {
        database.sql("UPDATE apusilta.care_due SET approved_by = NULL WHERE id = ?").param(id).update();
    }

    /** @return false when it had been settled before */
    public boolean settle(UUID id, Outcome outcome) {
        return database.sql("UPDATE apusilta.care_due SET outcome = ?, settled_at = ? WHERE id = ? AND settled_at IS NULL")
                .params(outcome.name(), Timestamp.from(clock.instant()), id).update() == 1;
    }

    /** @return false when there was a round today */
    public boolean openRound(UUID id) {
        return database.sql("INSERT INTO apusilta.care_round (day, id) VALUES (?, ?) ON CONFLICT DO NOTHING").params(today(), id).update() == 1;
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }
}
