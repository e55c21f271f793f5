package org.apusilta.request.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apusilta.engine.CaseSteps;
import org.apusilta.request.ByHand;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.CaseReleased;
import org.apusilta.request.CaseReleased.Why;
import org.apusilta.request.ClientDied;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.NewRequest;
import org.apusilta.request.Outcome;
import org.apusilta.request.People;
import org.apusilta.request.RequestStatus;
import org.apusilta.request.TellBack;
import org.apusilta.request.VolunteerAway;
import org.apusilta.request.WishesTold;
import org.apusilta.request.WithdrawalReceived;
import org.apusilta.request.process.HelpRequestProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes requests in, and answers for them until they end. */
@Service
@Transactional
class Reception implements HelpRequests {

    private final RequestRows rows;
    private final ClientRows clients;
    private final RequestRules rules;
    private final Intake intake;
    private final FreshRequests fresh;
    private final HelpRequestProcess process;
    private final CaseSteps steps;
    private final Clarifications clarifications;
    private final MessageSource texts;
    private final Silence silence;
    private final SameClient same;
    private final ToldReports reports;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Reception(RequestRows rows, ClientRows clients, RequestRules rules, Intake intake, FreshRequests fresh, HelpRequestProcess process, CaseSteps steps,
            Clarifications clarifications, MessageSource texts, Silence silence, SameClient same,
            @Lazy ToldReports reports, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.clients = clients;
        this.rules = rules;
        this.intake = intake;
        this.fresh = fresh;
        this.process = process;
        this.steps = steps;
        this.clarifications = clarifications;
        this.texts = texts;
        this.silence = silence;
        this.same = same;
        this.reports = reports;
        this.events = events;
        this.clock = clock;
    }

    @Override
    public Receipt submit(NewRequest sent) {
        rules.require(sent);
        var taken = intake.take(sent);
        var receipt = start(taken);
        if (!sent.wishes().equals(NewRequest.Wishes.NONE)) {
            events.publishEvent(new WishesTold(taken.id, sent.wishes(), sent.submittedBy()));
        }
        return receipt;
    }

    @Override
    public UUID again(UUID id) {
        return rows.findByPreviousId(id).map(next -> next.id).orElseGet(() -> start(intake.again(the(id))).id());
    }

    @Override
    public UUID reopen(UUID id, String consentAskedBy) {
        var old = taken(id);
        if (old.outcome == null || old.diedAt != null || rows.findByPreviousId(id).isPresent()) {
            throw new IllegalStateException("open, goes on already, or the client has died");
        }
        return start(intake.reopened(old, consentAskedBy)).id();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> next(UUID id) {
        return rows.findByPreviousId(id).map(next -> next.id);
    }

    @Override
    @Transactional(readOnly = true)
    public Set<UUID> ofSameClient(UUID id) {
        return Set.copyOf(same.others(id));
    }

    private Receipt start(HelpRequest request) {
        int days = request.startOn == null ? -1
                : (int) Math.max(0, ChronoUnit.DAYS.between(intake.today(), request.startOn));
        request.startedAs(process.start(request.facts(), request.careSettled(), days));
        // after the process has begun: so it is written once, with the instance's id
        return new Receipt(request.id, fresh.write(request, intake.today().getYear()));
    }

    @Override
    public void close(UUID id, Outcome outcome) {
        if (taken(id).close(outcome, clock.instant())) {
            events.publishEvent(new CaseReleased(id, true, outcome == Outcome.DIED ? Why.CLIENT_DIED : Why.ENDED));
        }
    }

    @Override
    public void release(UUID id, Why why) {
        events.publishEvent(new CaseReleased(id, false, why));
    }

    @Override
    public void clientDied(UUID id, DeathToldBy toldBy, String account) {
        for (var one : whole(id)) {
            var request = taken(one);
            if (request.died(toldBy, account, clock.instant())) {
                silence.fall(request);
                reports.deathRecorded(one, account);
                switch (process.clientDied(request.instanceId)) {
                    case HEARD -> { }
                    case NOBODY_WAITS -> events.publishEvent(new ByHand(one, ByHand.What.DEATH));
                    case GONE -> events.publishEvent(new ClientDied(one));
                }
            }
        }
        rows.flush();
        reports.mayBeTheSame(id, the(id).reference);
    }

    /** The request, those it goes on from, and those that go on from it: one person's. */
    private List<UUID> whole(UUID id) {
        var chain = new ArrayList<UUID>();
        for (var one = the(id); one != null; one = one.previousId == null ? null : the(one.previousId)) {
            chain.add(0, one.id);
        }
        for (var next = rows.findByPreviousId(id); next.isPresent(); next = rows.findByPreviousId(next.get().id)) {
            chain.add(next.get().id);
        }
        return chain;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean died(UUID id) {
        return the(id).diedAt != null;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<DeathToldBy> deathToldBy(UUID id) {
        return Optional.ofNullable(the(id).diedToldBy);
    }

    @Override
    public void volunteerAway(UUID id, @Nullable LocalDate until, String by) {
        var request = taken(id);
        if (request.outcome != null) {
            return;
        }
        switch (process.volunteerUnavailable(request.instanceId)) {
            case HEARD -> { }
            case NOBODY_WAITS -> events.publishEvent(new ByHand(id, ByHand.What.VOLUNTEER));
            case GONE -> events.publishEvent(new VolunteerAway(id, until, by));
        }
    }

    @Override
    public void withdraw(UUID id, Who who) {
        var request = taken(id);
        if (!request.withdraw(who, clock.instant())) {
            return;
        }
        if (!process.withdraw(request.instanceId)) {
            events.publishEvent(new WithdrawalReceived(id));
        }
    }

    @Override
    @Transactional(readOnly = true)
    public CaseFacts facts(UUID id) {
        return the(id).facts();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CaseFacts> find(UUID id) {
        return rows.findById(id).map(HelpRequest::facts);
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFacts> all(Collection<UUID> ids) {
        return rows.findAllById(ids).stream().map(HelpRequest::facts).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public List<CaseFacts> submittedBy(String account) {
        return rows.findBySubmittedByOrderByReceivedAtDesc(account).stream().map(HelpRequest::facts).toList();
    }

    @Override
    @Transactional(readOnly = true)
    public People.Client client(UUID id) {
        return clients.findById(id).orElseThrow(() -> new NoSuchElementException("no such request")).person();
    }

    @Override
    @Transactional(readOnly = true)
    public People.Requester requester(UUID id) {
        var request = the(id);
        return request.requester.person(request.askedBy);
    }

    @Override
    @Transactional(readOnly = true)
    public String description(UUID id) {
        return the(id).description;
    }

    @Override
    @Transactional(readOnly = true)
    public People.Consent consent(UUID id) {
        return the(id).consent.given();
    }

    @Override
    @Transactional(readOnly = true)
    public People.Arrangements arrangements(UUID id) {
        return the(id).arrangements();
    }

    /**
     * The page's three answers say what the client agreed to; other words than these are read by people only, and tell us nothing. A
     * system that sends requests with the client's consent and does not speak of it (its API has no such question) hears how it ended.
     */
    @Override
    @Transactional(readOnly = true)
    public TellBack mayTell(UUID id) {
        var request = the(id);
        return switch (request.askedBy) {
            case SELF -> TellBack.PROGRESS;
            case RELATIVE -> TellBack.STATE;
            default -> switch (request.tellBack == null ? "OUTCOME" : request.tellBack) {
                case "PROGRESS" -> TellBack.PROGRESS;
                case "OUTCOME" -> TellBack.OUTCOME;
                default -> TellBack.NOTHING;
            };
        };
    }

    @Override
    @Transactional(readOnly = true)
    public List<People.Question> questions(UUID id) {
        return clarifications.of(id).stream()
                .map(c -> new People.Question(c.question(), c.askedAt(), c.answer(), c.answeredAt(), c.means(), c.recordedBy())).toList();
    }

    @Override
    public boolean answered(UUID id, String text, People.Means means, String by) {
        var open = clarifications.of(id).stream().filter(one -> one.answeredAt() == null).reduce((earlier, later) -> later);
        if (open.isEmpty() || !clarifications.answer(open.get().id(), text, means, by)) {
            return false;
        }
        process.clarificationAnswered(open.get().instanceId(), id);
        return true;
    }

    @Override
    @Transactional(readOnly = true)
    public RequestStatus status(UUID id) {
        return statuses(List.of(id)).get(the(id).id);
    }

    @Override
    @Transactional(readOnly = true)
    public Map<UUID, RequestStatus> statuses(Collection<UUID> ids) {
        var current = steps.current(ids);
        var statuses = new HashMap<UUID, RequestStatus>();
        for (var request : rows.findAllById(ids)) {
            statuses.put(request.id, Standing.of(request.outcome, request.withdrawnAt != null, current.getOrDefault(request.id, List.of())));
        }
        return statuses;
    }

    @Override
    @Transactional(readOnly = true)
    public RequestStatus stage(String process, String step) {
        return Standing.at(process, step);
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<String> closingLine(UUID id, Locale language) {
        return Optional.ofNullable(the(id).outcome).map(outcome -> texts.getMessage("request.closing." + outcome, null, language));
    }

    private HelpRequest the(UUID id) {
        return rows.findById(id).orElseThrow(() -> new NoSuchElementException("no such request"));
    }

    private HelpRequest taken(UUID id) {
        return rows.take(id).orElseThrow(() -> new NoSuchElementException("no such request"));
    }
}
