package org.apusilta.relationship.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.relationship.Supports.Pause;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Pauses of a support. Each has a last day and ends by itself; meanwhile nobody is asked, reminded or called. */
@Service
@Transactional
public class Pauses {

    /** Why. */
    public enum Reason { HOLIDAY, HOSPITAL, OTHER }

    /** What became of the wish. */
    public enum Result { PAUSED, CHANGED, ENDED, NOT_NOW }

    private static final String COLUMNS = "id, support_id, reason, asked_by, recorded_by, began_at, paused_until, ended_at";

    private final JdbcClient database;
    private final SupportRows supports;
    private final PeriodRows periods;
    private final SupportLetters letters;
    private final SupportSignals process;
    private final Workdays workdays;
    private final Clock clock;

    Pauses(JdbcClient database, SupportRows supports, PeriodRows periods, SupportLetters letters, SupportSignals process, Workdays workdays, Clock clock) {
        this.database = database;
        this.supports = supports;
        this.periods = periods;
        this.letters = letters;
        this.process = process;
        this.workdays = workdays;
        this.clock = clock;
    }

    /**
     * Begins a pause, or gives the running one a new last day.
     *
     * @param recordedBy the account that heard it by phone, null when it came by link
     * @return {@code NOT_NOW} when the support has ended, or a concern is being talked over just now
     */
    public Result pause(UUID caseId, Concern.By by, Reason reason, LocalDate until, @Nullable String recordedBy) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var running = running(caseId);
        if (running.isPresent()) {
            database.sql("update apusilta.support_pause set paused_until = ?, reason = ? where id = ?").params(until, reason.name(), running.get().id()).update();
            process.pauseChanged(caseId);
            return Result.CHANGED;
        }
        if (support.ended() || !process.supportPaused(caseId)) {
            return Result.NOT_NOW;
        }
        database.sql("insert into apusilta.support_pause (id, support_id, reason, asked_by, recorded_by, began_at, paused_until) values (?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), support.id(), reason.name(), by.name(), recordedBy, Timestamp.from(clock.instant()), until).update();
        return Result.PAUSED;
    }

    /** Ends the pause before its day. */
    public Result end(UUID caseId) {
        return running(caseId).isPresent() && process.pauseEnded(caseId) ? Result.ENDED : Result.NOT_NOW;
    }

    /** Tells both from when to when. @return the first day after it */
    public LocalDate tellBegan(UUID caseId) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var pause = running(caseId).orElseThrow();
        letters.paused(support, pause.pausedUntil());
        return pause.pausedUntil().plusDays(1);
    }

    /** It goes on: both are told. @return the working days of the period that were left when the pause began, at least one */
    public int tellEnded(UUID caseId, int followUpDays) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var pause = running(caseId).orElseThrow();
        int gone = workdays.between(clockStart(support), pause.beganAt());
        over(support.id());
        letters.resumed(support);
        return Math.max(1, followUpDays - gone);
    }

    /** The clock of a period begins with it, and anew after each pause in it. */
    private Instant clockStart(RunningSupport support) {
        var began = periods.findBySupportIdAndNumber(support.id(), support.period()).orElseThrow().beganAt();
        return of(support.id()).stream().map(Pause::endedAt).filter(end -> end != null && end.isAfter(began)).max(Instant::compareTo).orElse(began);
    }

    /** Whatever runs is over, as the support goes another way. */
    void over(UUID supportId) {
        database.sql("update apusilta.support_pause set ended_at = ? where support_id = ? and ended_at is null").params(Timestamp.from(clock.instant()), supportId).update();
    }

    /** @return the pause that runs now */
    @Transactional(readOnly = true)
    public Optional<Pause> running(UUID caseId) {
        return supports.findByCaseId(caseId).flatMap(support -> of(support.id()).stream().filter(pause -> pause.endedAt() == null).findFirst());
    }

    List<Pause> of(UUID supportId) {
        return database.sql("select " + COLUMNS + " from apusilta.support_pause where support_id = ? order by began_at").param(supportId).query(Pause.class).list();
    }
}
