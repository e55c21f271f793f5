package org.apusilta.relationship.internal;

import java.time.Clock;
import java.util.Arrays;
import java.util.UUID;
import org.apusilta.relationship.internal.CheckInAnswer.Means;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the two sides answer to the questions of a follow-up period. */
@Service
@Transactional
public class CheckIns {

    /** Whether this side can answer by its link: yes, not twice, or not any more. */
    public enum State { OPEN, ANSWERED, OVER }

    private final SupportRows supports;
    private final PeriodRows periods;
    private final CheckInRows answers;
    private final ConcernRows concerns;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CheckIns(SupportRows supports, PeriodRows periods, CheckInRows answers, ConcernRows concerns, ApplicationEventPublisher events, Clock clock) {
        this.supports = supports;
        this.periods = periods;
        this.answers = answers;
        this.concerns = concerns;
        this.events = events;
        this.clock = clock;
    }

    /** @return whether this side can still answer for this period */
    @Transactional(readOnly = true)
    public State state(UUID periodId, Side side) {
        return periods.findById(periodId).map(period -> state(period, side)).orElse(State.OVER);
    }

    /** Both sides have answered or one is worried: this process instance need not wait longer. Heard after the commit. */
    public record CheckedIn(String instanceId) {}

    /**
     * Keeps an answer given by link, then lets the process know when nobody else need be waited for.
     *
     * @param wellbeing 1 (badly) to 5 (well)
     * @return what the link's state was before; kept only when {@code OPEN}
     */
    public State answer(UUID periodId, Side side, int wellbeing, boolean worried, @Nullable String note) {
        var period = periods.lock(periodId).orElse(null);
        if (period == null) {
            return State.OVER;
        }
        var state = state(period, side);
        if (state == State.OPEN) {
            answers.save(new CheckInAnswer(periodId, side, Means.LINK, wellbeing, worried, note, clock.instant()));
            if (worried) {
                concerns.save(new Concern(periodId, Concern.By.valueOf(side.name()), clock.instant()));
            }
            if (period.instanceId() != null && nobodyElseToWaitFor(periodId)) {
                events.publishEvent(new CheckedIn(period.instanceId()));
            }
        }
        return state;
    }

    /** Keeps what the coordinator heard by phone in the follow-up of the period that runs, and the concern when there is one. */
    public void followedUp(UUID caseId, @Nullable Integer client, @Nullable Integer volunteer, boolean worried) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var period = periods.findBySupportIdAndNumber(support.id(), support.period()).orElseThrow();
        byPhone(period.id(), Side.CLIENT, client);
        byPhone(period.id(), Side.VOLUNTEER, volunteer);
        if (worried) {
            concerns.save(new Concern(period.id(), Concern.By.COORDINATOR, clock.instant()));
        }
    }

    private void byPhone(UUID periodId, Side side, @Nullable Integer wellbeing) {
        if (wellbeing != null && !answers.existsByPeriodIdAndSideAndMeans(periodId, side, Means.PHONE)) {
            answers.save(new CheckInAnswer(periodId, side, Means.PHONE, wellbeing, false, null, clock.instant()));
        }
    }

    /** An answer is welcome until the next period begins, even when the follow-up has: the coordinator sees it. */
    private State state(FollowUpPeriod period, Side side) {
        if (answers.existsByPeriodIdAndSideAndMeans(period.id(), side, Means.LINK)) {
            return State.ANSWERED;
        }
        return supports.findById(period.supportId())
                .filter(support -> !support.ended() && support.period() == period.number())
                .map(support -> State.OPEN).orElse(State.OVER);
    }

    private boolean nobodyElseToWaitFor(UUID periodId) {
        var given = answers.findByPeriodId(periodId);
        return given.stream().anyMatch(CheckInAnswer::concern)
                || Arrays.stream(Side.values()).allMatch(side -> given.stream().anyMatch(answer -> answer.side() == side));
    }
}
