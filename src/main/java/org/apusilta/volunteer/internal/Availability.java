package org.apusilta.volunteer.internal;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apusilta.volunteer.VolunteerChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** When and how much a volunteer can come. What they have not told stays unknown: that is neither "always" nor "never". */
@Service
@Transactional
public class Availability {

    /** Days to come that may be blocked out at once, in so many pieces. */
    public static final int MOST_BLOCKS = 20;

    /**
     * @param slots mask of the 21 times of a week, null when not told @param capacity supports at the same time @param load of them taken
     * @param hoursLimit hours a week at most, null when not told @param toldBy account when heard by phone, VOLUNTEER from the own page, null when neither
     */
    public record Known(@Nullable Integer slots, int capacity, int load, @Nullable BigDecimal hoursLimit, @Nullable Instant toldAt, @Nullable String toldBy) {}

    /** Days on which they cannot come, the last one too. */
    public record BlockOut(UUID id, LocalDate firstDay, LocalDate lastDay, String saidBy) {}

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Availability(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** @return what is known of them */
    @Transactional(readOnly = true)
    public Known of(UUID id) {
        return jdbc.sql("SELECT slots, capacity, load, hours_limit, times_told_at AS told_at, times_told_by AS told_by FROM apusilta.volunteer WHERE id = ?").param(id)
                .query(Known.class).single();
    }

    /** @return the days blocked out, today's and later, earliest first */
    @Transactional(readOnly = true)
    public List<BlockOut> blocks(UUID id) {
        return jdbc.sql("SELECT id, first_day, last_day, said_by FROM apusilta.block_out WHERE volunteer_id = ? AND last_day >= ? ORDER BY first_day, last_day")
                .params(id, today()).query(BlockOut.class).list();
    }

    /** @param slots mask of the times that suit, null when they would rather not say @param by account, or VOLUNTEER */
    public void times(UUID id, @Nullable Integer slots, String by) {
        jdbc.sql("UPDATE apusilta.volunteer SET slots = ?, times_told_at = ?, times_told_by = ? WHERE id = ?").params(slots, now(), by, id).update();
        events.publishEvent(new VolunteerChanged(id));
    }

    /** @param hours a week at most, null when they would rather not say @return false when more than that many supports run already */
    public boolean load(UUID id, int capacity, @Nullable BigDecimal hours, String by) {
        boolean kept = jdbc.sql("UPDATE apusilta.volunteer SET capacity = :capacity, hours_limit = :hours, times_told_at = :now, times_told_by = :by WHERE id = :id AND load <= :capacity")
                .param("capacity", capacity).param("hours", hours).param("now", now()).param("by", by).param("id", id).update() == 1;
        events.publishEvent(new VolunteerChanged(id));
        return kept;
    }

    /** @return false when the days are over, too far ahead, the wrong way round or too many */
    public boolean block(UUID id, LocalDate first, LocalDate last, String by) {
        if (last.isBefore(first) || last.isBefore(today()) || last.isAfter(today().plusYears(1)) || blocks(id).size() >= MOST_BLOCKS) {
            return false;
        }
        jdbc.sql("INSERT INTO apusilta.block_out (id, volunteer_id, first_day, last_day, said_by, said_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), id, first, last, by, now()).update();
        return true;
    }

    /** Those days are free again. @param block one of this volunteer's own, else nothing happens */
    public void unblock(UUID id, UUID block) {
        jdbc.sql("DELETE FROM apusilta.block_out WHERE id = ? AND volunteer_id = ?").params(block, id).update();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
