package org.apusilta.relationship.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.apusilta.relationship.Supports.View;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How each side sees a concern, by link or by phone, before a coordinator agrees with them how to go on. */
@Service
@Transactional
public class Hearing {

    /** What a side would like. */
    public enum Wish { CONTINUE, AGREEMENT, CHANGE, END }

    private final JdbcClient database;
    private final SupportRows supports;
    private final PeriodRows periods;
    private final SupportLetters letters;
    private final SupportSignals process;
    private final Clock clock;

    Hearing(JdbcClient database, SupportRows supports, PeriodRows periods, SupportLetters letters, SupportSignals process, Clock clock) {
        this.database = database;
        this.supports = supports;
        this.periods = periods;
        this.letters = letters;
        this.process = process;
        this.clock = clock;
    }

    /** Asks each side that has not said it yet. @param answerBy the day after which it goes on without */
    public void ask(UUID caseId, LocalDate answerBy) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var period = periods.findBySupportIdAndNumber(support.id(), support.period()).orElseThrow();
        Arrays.stream(Side.values()).filter(side -> !given(period.id(), side)).forEach(side -> letters.askForView(support, period.id(), side, answerBy));
    }

    /** Whether this side can say it by its link: yes, not twice, or not any more. */
    @Transactional(readOnly = true)
    public CheckIns.State state(UUID periodId, Side side) {
        if (given(periodId, side)) {
            return CheckIns.State.ANSWERED;
        }
        return periods.findById(periodId).filter(period -> supports.findById(period.supportId())
                        .filter(support -> !support.ended() && support.period() == period.number()).isPresent())
                .map(period -> CheckIns.State.OPEN).orElse(CheckIns.State.OVER);
    }

    /** Keeps what a side said by link; when both have, the coordinator goes on. @return the state before; kept only when {@code OPEN} */
    public CheckIns.State said(UUID periodId, Side side, Wish wish, @Nullable String words) {
        var period = periods.lock(periodId);
        var before = state(periodId, side);
        if (before == CheckIns.State.OPEN) {
            keep(periodId, side, "LINK", wish, words);
            if (Arrays.stream(Side.values()).allMatch(each -> given(periodId, each))) {
                process.viewsGiven(supports.findById(period.orElseThrow().supportId()).orElseThrow().caseId());
            }
        }
        return before;
    }

    /** Keeps what the coordinator heard by phone while agreeing the outcome; nothing of a side that said nothing. */
    public void heard(UUID caseId, @Nullable String client, @Nullable String volunteer) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var period = periods.findBySupportIdAndNumber(support.id(), support.period()).orElseThrow();
        if (client != null) {
            keep(period.id(), Side.CLIENT, "PHONE", Wish.valueOf(client), null);
        }
        if (volunteer != null) {
            keep(period.id(), Side.VOLUNTEER, "PHONE", Wish.valueOf(volunteer), null);
        }
    }

    private void keep(UUID periodId, Side side, String means, Wish wish, @Nullable String words) {
        database.sql("insert into apusilta.mediation_view (id, period_id, side, means, wish, words, given_at) values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing")
                .params(UUID.randomUUID(), periodId, side.name(), means, wish.name(), words, Timestamp.from(clock.instant())).update();
    }

    private boolean given(UUID periodId, Side side) {
        return database.sql("select count(*) from apusilta.mediation_view where period_id = ? and side = ?").params(periodId, side.name()).query(Integer.class).single() > 0;
    }

    /** @return whether somebody has said in this period how they see it */
    boolean heard(UUID periodId) {
        return Arrays.stream(Side.values()).anyMatch(side -> given(periodId, side));
    }

    List<View> of(UUID supportId) {
        return database.sql("""
                select v.side, v.means, v.wish, v.words, v.given_at from apusilta.mediation_view v join apusilta.follow_up_period p on p.id = v.period_id
                where p.support_id = ? order by v.given_at""").param(supportId).query(View.class).list();
    }
}
