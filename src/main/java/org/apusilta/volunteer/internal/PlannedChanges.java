package org.apusilta.volunteer.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.volunteer.VolunteerGone;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.Volunteers.Reason;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A break or a leave on a day to come: kept, confirmed by mail, cancelled at will, and carried out when its morning has come, as if it had
 * been said then. One at a time: whoever says another day has changed their mind.
 */
@Service
@Transactional
public class PlannedChanges {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /** What is planned. */
    public enum What { PAUSES, LEAVES }

    /** @param day first day of the break, or last day of helping @param until last day of the break @param saidBy account, or VOLUNTEER */
    public record Plan(long id, UUID volunteerId, What what, LocalDate day, @Nullable LocalDate until, Reason reason, @Nullable String words, String saidBy, Instant saidAt) {}

    private final JdbcClient jdbc;
    private final Volunteers volunteers;
    private final Catalogue catalogue;
    private final ObjectProvider<PlanProcess> process;
    private final ChangeLetters letters;
    private final Clock clock;

    PlannedChanges(JdbcClient jdbc, Volunteers volunteers, Catalogue catalogue, ObjectProvider<PlanProcess> process, ChangeLetters letters, Clock clock) {
        this.jdbc = jdbc;
        this.volunteers = volunteers;
        this.catalogue = catalogue;
        this.process = process;
        this.letters = letters;
        this.clock = clock;
    }

    /** @param first of the break, after today @return false when the days will not do, or they are no volunteer (yet, or any more) */
    public boolean rest(UUID id, LocalDate first, LocalDate until, Reason reason, @Nullable String words, String by) {
        return !until.isBefore(first) && !until.isAfter(first.plusYears(1)) && plan(id, What.PAUSES, first, first, until, reason, words, by);
    }

    /** @param last on which they help, today or later @return false when the day will not do, or they are no volunteer (yet, or any more) */
    public boolean leave(UUID id, LocalDate last, Reason reason, @Nullable String words, String by) {
        return plan(id, What.LEAVES, last, last.plusDays(1), null, reason, words, by);
    }

    private boolean plan(UUID id, What what, LocalDate day, LocalDate morning, @Nullable LocalDate until, Reason reason, @Nullable String words, String by) {
        var major = jdbc.sql("SELECT district FROM apusilta.volunteer WHERE id = ? AND status IN ('ACTIVE', 'PAUSED') FOR UPDATE").param(id).query(String.class).optional()
                .flatMap(catalogue::district).map(District::majorCode);
        if (major.isEmpty() || !morning.isAfter(today()) || day.isAfter(today().plusYears(1))) {
            return false;
        }
        cancel(id, by);
        long plan = jdbc.sql("INSERT INTO apusilta.volunteer_plan (volunteer_id, what, day, until, reason, words, said_by, said_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?) RETURNING id")
                .params(id, what.name(), day, until, reason.name(), words, by, now()).query(Long.class).single();
        process.getObject().planned(plan, id, major.get(), morning);
        return true;
    }

    /** @return what is planned */
    @Transactional(readOnly = true)
    public Optional<Plan> of(UUID volunteerId) {
        return open("volunteer_id", volunteerId);
    }

    /** It stays as it is. @return false when nothing was planned */
    public boolean cancel(UUID id, String by) {
        boolean dropped = jdbc.sql("UPDATE apusilta.volunteer_plan SET dropped_by = ?, dropped_at = ? WHERE volunteer_id = ? AND dropped_at IS NULL AND done_at IS NULL")
                .params(by, now(), id).update() == 1;
        if (dropped) {
            process.getObject().overtake(id);
        }
        return dropped;
    }

    /** Who has left has nothing planned any more. */
    @EventListener
    void gone(VolunteerGone gone) {
        cancel(gone.volunteerId(), gone.by());
    }

    /** Confirms by mail, unless it has been cancelled since. */
    public void confirm(long id) {
        open("id", id).ifPresent(letters::planned);
    }

    /** The morning has come: it is done now, unless it has been cancelled. */
    public void carryOut(long id) {
        open("id", id).ifPresent(plan -> {
            jdbc.sql("UPDATE apusilta.volunteer_plan SET done_at = ? WHERE id = ?").params(now(), id).update();
            if (plan.what() == What.LEAVES) {
                volunteers.leave(plan.volunteerId(), plan.reason(), plan.words(), plan.saidBy());
            } else if (plan.until() != null && !plan.until().isBefore(today())) {
                volunteers.pause(plan.volunteerId(), plan.until(), plan.reason(), plan.words(), plan.saidBy());
            }
        });
    }

    private Optional<Plan> open(String by, Object value) {
        return jdbc.sql("SELECT id, volunteer_id, what, day, until, reason, words, said_by, said_at FROM apusilta.volunteer_plan WHERE " + by
                + " = ? AND dropped_at IS NULL AND done_at IS NULL").param(value).query(Plan.class).optional();
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
