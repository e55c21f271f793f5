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
    public enum Result { PAUSED, CHANGED, LATER, ENDED, NOT_NOW }

    /** Days after which a volunteer's break is long for the client. */
    private static final int LONG = 30;

    private static final String COLUMNS = "id, support_id, reason, asked_by, recorded_by, began_at, paused_until, ended_at, waits";

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
     * @return {@code LATER} when something is being settled just now: it begins once that is done and the support goes on; {@code NOT_NOW} when the support has ended
     */
    public Result pause(UUID caseId, Concern.By by, Reason reason, LocalDate until, @Nullable String recordedBy) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var running = running(caseId);
        if (running.isPresent()) {
            database.sql("update apusilta.support_pause set paused_until = ?, reason = ? where id = ?").params(until, reason.name(), running.get().id()).update();
            process.pauseChanged(caseId);
            return Result.CHANGED;
        }
        if (support.ended()) {
            return Result.NOT_NOW;
        }
        boolean waits = !process.supportPaused(caseId);
        waitingOver(support.id());
        database.sql("insert into apusilta.support_pause (id, support_id, reason, asked_by, recorded_by, began_at, paused_until, waits) values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(UUID.randomUUID(), support.id(), reason.name(), by.name(), recordedBy, Timestamp.from(clock.instant()), until, waits).update();
        return waits ? Result.LATER : Result.PAUSED;
    }

    /** The support goes on: a pause that was asked for meanwhile begins now, unless its days have gone. */
    public void beginWaiting(UUID caseId) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var waiting = database.sql("select id from apusilta.support_pause where support_id = ? and waits and ended_at is null and paused_until >= ?")
                .params(support.id(), LocalDate.now(clock.withZone(Visits.HELSINKI))).query(UUID.class).optional();
        waiting.filter(id -> process.supportPaused(support.caseId())).ifPresent(id -> database.sql("update apusilta.support_pause set waits = false, began_at = ? where id = ?")
                .params(Timestamp.from(clock.instant()), id).update());
        waitingOver(support.id());
    }

    /** What was asked for will not begin any more. */
    void waitingOver(UUID supportId) {
        database.sql("update apusilta.support_pause set ended_at = ? where support_id = ? and waits and ended_at is null").params(Timestamp.from(clock.instant()), supportId).update();
    }

    /** The volunteer rests from everything: this support pauses until then, longer than a running pause, never shorter. */
    public void volunteerRests(UUID caseId, LocalDate until, String by) {
        if (running(caseId).filter(pause -> !pause.pausedUntil().isBefore(until)).isEmpty()) {
            pause(caseId, Concern.By.VOLUNTEER, Reason.OTHER, until, "VOLUNTEER".equals(by) ? null : by);
        }
    }

    /** Ends the pause before its day. */
    public Result end(UUID caseId) {
        return running(caseId).isPresent() && process.pauseEnded(caseId) ? Result.ENDED : Result.NOT_NOW;
    }

    /** Tells both from when to when. @return the first day after it */
    public LocalDate tellBegan(UUID caseId) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var pause = running(caseId).orElseThrow();
        letters.paused(support, pause.pausedUntil(), pause.askedBy().equals("VOLUNTEER") && pause.pausedUntil().isAfter(LocalDate.ofInstant(clock.instant(), java.time.ZoneId.of("Europe/Helsinki")).plusDays(LONG)));
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
        return of(support.id()).stream().filter(pause -> !pause.waits()).map(Pause::endedAt).filter(end -> end != null && end.isAfter(began)).max(Instant::compareTo).orElse(began);
    }

    /** Whatever runs is over, as the support goes another way. */
    void over(UUID supportId) {
        database.sql("update apusilta.support_pause set ended_at = ? where support_id = ? and ended_at is null and not waits").params(Timestamp.from(clock.instant()), supportId).update();
    }

    /** @return the pause that runs now */
    @Transactional(readOnly = true)
    public Optional<Pause> running(UUID caseId) {
        return supports.findByCaseId(caseId).flatMap(support -> of(support.id()).stream().filter(pause -> pause.endedAt() == null && !pause.waits()).findFirst());
    }

    List<Pause> of(UUID supportId) {
        return database.sql("select " + COLUMNS + " from apusilta.support_pause where support_id = ? order by began_at").param(supportId).query(Pause.class).list();
    }
}
