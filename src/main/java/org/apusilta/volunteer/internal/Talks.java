package org.apusilta.volunteer.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Times for talks. Booking is one conditional update, so that two can never have the same time. Public for {@code volunteer.process} and {@code volunteer.web} only. */
@Repository
public class Talks {

    /** Nobody can prepare for a talk that begins in an hour. */
    private static final Duration AHEAD = Duration.ofHours(2);

    private static final int SHOWN = 12;

    /** How a talk takes place. */
    public enum Way { PHONE, VIDEO, MEETING }

    /** One time. @param heldBy account of who talks @param applicationId null while it is free */
    public record Slot(UUID id, String major, String heldBy, Instant startsAt, int minutes, Way way, @Nullable String place, @Nullable UUID applicationId,
            @Nullable Instant bookedAt) {

        /** @return when it is over */
        public Instant endsAt() {
            return startsAt.plus(Duration.ofMinutes(minutes));
        }
    }

    private final JdbcClient jdbc;
    private final Clock clock;

    Talks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when this person has something at that time already, or it has begun */
    public boolean offer(String major, String heldBy, Instant startsAt, int minutes, Way way, @Nullable String place) {
        return startsAt.isAfter(clock.instant()) && jdbc.sql("""
                INSERT INTO apusilta.interview_slot (id, major, held_by, starts_at, minutes, way, place) VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT DO NOTHING""")
                .params(UUID.randomUUID(), major, heldBy, Timestamp.from(startsAt), minutes, way.name(), place).update() == 1;
    }

    /** @return whether it was free and is gone */
    public boolean takeBack(UUID slot, Collection<String> majors) {
        return jdbc.sql("DELETE FROM apusilta.interview_slot WHERE id = :id AND application_id IS NULL AND major IN (:majors)").param("id", slot)
                .param("majors", majors).update() == 1;
    }

    /** @return the next free times of this part of the city */
    public List<Slot> free(String major) {
        return jdbc.sql("SELECT * FROM apusilta.interview_slot WHERE major = ? AND application_id IS NULL AND starts_at > ? ORDER BY starts_at LIMIT ?")
                .params(major, Timestamp.from(clock.instant().plus(AHEAD)), SHOWN).query(Slot.class).list();
    }

    /** @return all times to come of these parts of the city, free and taken */
    public List<Slot> toCome(Collection<String> majors) {
        return majors.isEmpty() ? List.of() : jdbc.sql("SELECT * FROM apusilta.interview_slot WHERE major IN (:majors) AND starts_at > :now ORDER BY starts_at LIMIT 300")
                .param("majors", majors).param("now", Timestamp.from(clock.instant())).query(Slot.class).list();
    }

    /** @return the time this applicant has to come */
    public Optional<Slot> booked(UUID application) {
        return jdbc.sql("SELECT * FROM apusilta.interview_slot WHERE application_id = ? AND held_at IS NULL").param(application).query(Slot.class).optional();
    }

    /** @return whose talk this applicant's last one is or was */
    public Optional<String> holder(UUID application) {
        return jdbc.sql("SELECT held_by FROM apusilta.interview_slot WHERE application_id = ? ORDER BY held_at DESC NULLS FIRST LIMIT 1").param(application).query(String.class).optional();
    }

    /** @return the time with this id, when somebody of these parts of the city is to come */
    public Optional<Slot> taken(UUID slot, Collection<String> majors) {
        return majors.isEmpty() ? Optional.empty() : jdbc.sql("SELECT * FROM apusilta.interview_slot WHERE id = :id AND application_id IS NOT NULL AND major IN (:majors)")
                .param("id", slot).param("majors", majors).query(Slot.class).optional();
    }

    /**
     * Books a time and lets go of the one booked before. Time does not matter on the phone: what both agree on is good.
     *
     * @param byPhone whether a coordinator books
     * @return false when somebody else has it, or it is past
     */
    public boolean book(UUID application, UUID slot, boolean byPhone) {
        var major = jdbc.sql("SELECT d.major_code FROM apusilta.application a JOIN apusilta.district d ON d.code = a.district WHERE a.id = ?").param(application)
                .query(String.class).single();
        boolean still = jdbc.sql("SELECT id FROM apusilta.interview_slot WHERE id = ? AND application_id IS NULL AND major = ? AND starts_at > ? FOR UPDATE SKIP LOCKED")
                .params(slot, major, Timestamp.from(clock.instant().plus(byPhone ? Duration.ZERO : AHEAD))).query(UUID.class).optional().isPresent();
        if (still) {
            letGo(application);
            jdbc.sql("UPDATE apusilta.interview_slot SET application_id = ?, booked_at = ?, booked_means = ? WHERE id = ?")
                    .params(application, Timestamp.from(clock.instant()), byPhone ? "PHONE" : "LINK", slot).update();
        }
        return still;
    }

    /** The applicant's time to come is free again for others. */
    public void letGo(UUID application) {
        jdbc.sql("UPDATE apusilta.interview_slot SET application_id = NULL, booked_at = NULL, booked_means = NULL WHERE application_id = ? AND held_at IS NULL")
                .param(application).update();
    }

    /** The talk has taken place, or nobody came. */
    public void held(UUID application) {
        jdbc.sql("UPDATE apusilta.interview_slot SET held_at = ? WHERE application_id = ? AND held_at IS NULL").params(Timestamp.from(clock.instant()), application).update();
    }
}
