package org.apusilta.relationship.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Commitment;
import org.apusilta.catalogue.Kind;
import org.apusilta.matching.Matching;
import org.apusilta.relationship.Supports;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens to a support, one verb a step. Every verb is called inside the process's transaction. */
@Service
@Transactional
public class RunningSupports implements Supports {

    private final SupportRows supports;
    private final PeriodRows periods;
    private final CheckInRows checkIns;
    private final ConcernRows concerns;
    private final HelpRequests requests;
    private final Matching matching;
    private final Catalogue catalogue;
    private final FollowUpProcess process;
    private final SupportLetters letters;
    private final Pauses pauses;
    private final Visits visits;
    private final Hearing hearing;
    private final Drifts drifts;
    private final SupportSignals signals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    RunningSupports(SupportRows supports, PeriodRows periods, CheckInRows checkIns, ConcernRows concerns, HelpRequests requests,
            Matching matching, Catalogue catalogue, FollowUpProcess process, SupportLetters letters, Pauses pauses, Visits visits,
            Hearing hearing, Drifts drifts, SupportSignals signals, ApplicationEventPublisher events, Clock clock) {
        this.supports = supports;
        this.periods = periods;
        this.checkIns = checkIns;
        this.concerns = concerns;
        this.requests = requests;
        this.matching = matching;
        this.catalogue = catalogue;
        this.process = process;
        this.letters = letters;
        this.pauses = pauses;
        this.visits = visits;
        this.hearing = hearing;
        this.drifts = drifts;
        this.signals = signals;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Optional<Support> of(UUID caseId) {
        return supports.findByCaseId(caseId).map(RunningSupport::view);
    }

    @Override
    public List<CheckIn> checkIns(UUID caseId) {
        return checkIns.ofCase(caseId);
    }

    @Override
    public Happenings happenings(UUID caseId) {
        return supports.findByCaseId(caseId)
                .map(support -> new Happenings(visits.of(support.id()), concerns.ofCase(caseId), pauses.of(support.id()), hearing.of(support.id()), drifts.of(caseId)))
                .orElse(new Happenings(List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    @Override
    public Optional<Instant> nextAsked(UUID caseId) {
        return signals.nextAsked(caseId);
    }

    @Override
    public String piece(Drift drift, Locale language) {
        return drifts.name(drift.code(), language);
    }

    /** Both have agreed: the support begins with its first follow-up period, and both hear of it. Idempotent. */
    public void begin(UUID caseId) {
        if (supports.findByCaseId(caseId).isPresent()) {
            return;
        }
        var volunteer = matching.matched(caseId)
                .orElseThrow(() -> new IllegalStateException("no volunteer is booked for case " + caseId));
        var support = supports.save(RunningSupport.begun(caseId, volunteer, clock.instant()));
        letters.started(support);
        beginPeriod(support, false);
    }

    /** Sends both sides the three questions of this period. */
    public void askBothSides(UUID caseId, LocalDate answerBy) {
        var support = running(caseId);
        var period = period(support);
        period.asked(clock.instant());
        var answered = checkIns.findByPeriodId(period.id()).stream().map(CheckInAnswer::side).collect(Collectors.toSet());
        letters.askHowItGoes(support, period, answered, answerBy);
    }

    /** A new period runs. Heard after the commit, when its process waits for messages. */
    public record NextPeriodBegan(UUID caseId) {}

    /** It goes on: a new period, with a process of its own; a short one when somebody was worried in the last. */
    public void goOn(UUID caseId) {
        var support = running(caseId);
        boolean worried = worried(period(support));
        if (hearing.heard(period(support).id())) {
            letters.goesOn(support);
        }
        settle(support, Concern.Outcome.CONTINUE);
        support.goOn();
        beginPeriod(support, worried);
        events.publishEvent(new NextPeriodBegan(caseId));
    }

    /** This support ends, and a new request that remembers it looks for another volunteer. */
    public void changeVolunteer(UUID caseId) {
        var support = running(caseId);
        support.end(EndReason.CHANGED, null, clock.instant());
        matching.parted(caseId, support.volunteerId(), Matching.Parting.BAD);
        settle(support, Concern.Outcome.CHANGE);
        letters.ended(support);
        requests.close(caseId, Outcome.CHANGED);
        requests.again(caseId);
    }

    /** The support has run its course; both are thanked, the volunteer with a question: what next? */
    public void close(UUID caseId, EndReason reason) {
        var support = running(caseId);
        end(caseId, reason, null);
        letters.thanks(support);
    }

    /** The support ends, when there is one, and the case with it. Says nothing to anybody. Idempotent: the first ending stays. */
    public void end(UUID caseId, EndReason reason, @Nullable String by) {
        supports.findByCaseId(caseId).filter(support -> support.end(reason, by, clock.instant())).ifPresent(support -> {
            settle(support, Concern.Outcome.END);
            reason.parting().ifPresent(how -> matching.parted(caseId, support.volunteerId(), how));
        });
        requests.close(caseId, reason == EndReason.CLIENT_DIED ? Outcome.DIED : Outcome.ENDED);
    }

    /**
     * The volunteer stops: this support ends, and a new request that remembers looks for another; unless it was ending anyway.
     * Idempotent. @param ending whether both had agreed to end it
     */
    public void volunteerLeft(UUID caseId, boolean ending) {
        var support = running(caseId);
        if (support.end(EndReason.VOLUNTEER_LEFT, null, clock.instant())) {
            settle(support, Concern.Outcome.CHANGE);
        }
        if (ending || requests.died(caseId)) {
            requests.close(caseId, requests.died(caseId) ? Outcome.DIED : Outcome.ENDED);
            return;
        }
        requests.close(caseId, Outcome.CHANGED);
        requests.again(caseId);
    }

    /** Those on the client's side hear that their volunteer had to stop, and how it goes on. The volunteer has told us themselves. */
    public void tellVolunteerLeft(UUID caseId) {
        letters.volunteerLeft(running(caseId), requests.next(caseId).orElse(null));
    }

    /** The client no longer wants it: everything held for it is let go. Idempotent. */
    public void withdraw(UUID caseId) {
        var support = running(caseId);
        if (support.end(EndReason.WITHDRAWN, null, clock.instant())) {
            settle(support, Concern.Outcome.WITHDRAWN);
        }
        requests.close(caseId, Outcome.WITHDRAWN);
    }

    /** Tells those who knew of the support that it has ended. */
    public void tellEnded(UUID caseId) {
        letters.ended(running(caseId));
    }

    @Override
    public Optional<UUID> runningPeriod(UUID caseId) {
        return runs(caseId).map(FollowUpPeriod::id);
    }

    /** @return the process instance of the period that runs, when a support does */
    public Optional<String> runningInstance(UUID caseId) {
        return runs(caseId).map(FollowUpPeriod::instanceId);
    }

    /** @return the process instance of the last period, which may be closing what has ended */
    public Optional<String> latestInstance(UUID caseId) {
        return supports.findByCaseId(caseId).map(this::period).map(FollowUpPeriod::instanceId);
    }

    private Optional<FollowUpPeriod> runs(UUID caseId) {
        return supports.findByCaseId(caseId).filter(support -> !support.ended()).map(this::period);
    }

    private void beginPeriod(RunningSupport support, boolean worried) {
        var period = periods.save(new FollowUpPeriod(support.id(), support.period(), clock.instant()));
        var facts = requests.facts(support.caseId());
        period.runsAs(process.begin(
                new FollowUpProcess.Period(support.caseId(), facts.major(), period.number(), commitment(facts.kinds()), worried)));
    }

    private boolean worried(FollowUpPeriod period) {
        return concerns.existsByPeriodId(period.id()) || checkIns.findByPeriodId(period.id()).stream().anyMatch(CheckInAnswer::low);
    }

    /** The longest of what was asked for decides how we follow. */
    private Commitment commitment(List<String> kinds) {
        return kinds.stream().flatMap(code -> catalogue.kind(code).stream()).map(Kind::commitment)
                .max(Comparator.naturalOrder()).orElse(Commitment.LONG);
    }

    private void settle(RunningSupport support, Concern.Outcome outcome) {
        pauses.over(support.id());
        if (outcome != Concern.Outcome.CONTINUE) {
            pauses.waitingOver(support.id());
        }
        concerns.open(support.id()).forEach(concern -> concern.settle(outcome, clock.instant()));
    }

    private RunningSupport running(UUID caseId) {
        return supports.findByCaseId(caseId).orElseThrow(() -> new IllegalStateException("no support in case " + caseId));
    }

    private FollowUpPeriod period(RunningSupport support) {
        return periods.findBySupportIdAndNumber(support.id(), support.period()).orElseThrow();
    }
}
