package org.apusilta.matching.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.matching.Matching.OfferState;
import org.apusilta.matching.Waiting;
import org.apusilta.matching.Waiting.Answer;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.RequestStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What the process waiting-care asks of us, step by step. Public for {@code matching.process} and {@code matching.web} only. */
@Component
@Transactional
public class WaitingCare {

    /** How the client is asked: by a link, by a coordinator's call, or later, as others speak with them now. */
    public enum Way { LINK, CALL, LATER }

    /** @param contactId null when they are asked later */
    public record Asked(Way way, @Nullable UUID contactId) {}

    /** What the page behind the client's link needs to know. @param awaited whether nobody has answered and nothing is over */
    public record Question(UUID caseId, LocalDate answerBy, boolean awaited, @Nullable Answer answer, String instanceId) {}

    private final WaitingRows rows;
    private final WaitingMessages messages;
    private final InterimOffers offers;
    private final WaitEstimates estimates;
    private final Offers volunteers;
    private final HelpRequests requests;

    WaitingCare(WaitingRows rows, WaitingMessages messages, InterimOffers offers, WaitEstimates estimates, Offers volunteers, HelpRequests requests) {
        this.rows = rows;
        this.messages = messages;
        this.offers = offers;
        this.estimates = estimates;
        this.volunteers = volunteers;
        this.requests = requests;
    }

    /** Begins the wait, unless it has begun before: who comes back to the queue keeps the place. */
    public void begin(UUID caseId) {
        var facts = requests.facts(caseId);
        rows.begin(caseId, facts.kinds().get(0), facts.major());
    }

    /** @return the day on which we write, when it is planned */
    public Optional<LocalDate> planned(UUID caseId) {
        return rows.find(caseId).map(WaitingRows.Row::contactOn);
    }

    /** @return how many times we have been in touch */
    public int contacts(UUID caseId) {
        return rows.find(caseId).map(WaitingRows.Row::contacts).orElse(0);
    }

    public void plan(UUID caseId, LocalDate contactOn, LocalDate promisedOn) {
        rows.plan(caseId, contactOn, promisedOn);
    }

    /** Asks the client. @param promised the day promised when no earlier promise holds @param today in the city's time */
    public Asked ask(UUID caseId, String instanceId, LocalDate promised, LocalDate today) {
        if (othersSpeakWithThem(caseId)) {
            rows.unplan(caseId);
            return new Asked(Way.LATER, null);
        }
        var kept = rows.find(caseId).map(WaitingRows.Row::promisedOn).filter(day -> !day.isBefore(today)).orElse(promised);
        var way = kept.isAfter(today) && messages.reachable(caseId) ? Way.LINK : Way.CALL;
        var contact = rows.contact(caseId, instanceId, way.name(), kept);
        if (way == Way.LINK) {
            messages.asked(rows.contact(contact).orElseThrow());
        }
        return new Asked(way, contact);
    }

    /** The client is asked about a volunteer, or a partner has taken over: our question would only confuse. */
    private boolean othersSpeakWithThem(UUID caseId) {
        return requests.status(caseId) == RequestStatus.ELSEWHERE
                || volunteers.of(caseId).stream().anyMatch(offer -> offer.state() == OfferState.ACCEPTED);
    }

    /** @return by when the client of this contact is to have heard from us */
    @Transactional(readOnly = true)
    public LocalDate promised(UUID contactId) {
        return rows.contact(contactId).orElseThrow().promisedOn();
    }

    /** Reminds the client once, while the answer is awaited. */
    public void remind(UUID contactId) {
        if (rows.reminded(contactId)) {
            messages.reminded(rows.contact(contactId).orElseThrow());
        }
    }

    /** @param interim what the client would like meanwhile, null when nothing @param means LINK or PHONE @param by account, null by link @return whether it was awaited until now */
    public boolean answer(UUID contactId, Answer answer, @Nullable UUID interim, @Nullable String words, String means, @Nullable String by) {
        var contact = rows.contact(contactId).orElseThrow();
        var name = interim == null ? null : offers.find(contact.caseId(), interim, Locale.forLanguageTag("fi")).map(Interim::name).orElse(null);
        return rows.answered(contactId, answer, name, words, means, by);
    }

    /** @return the answer as it stands, null when there is none */
    @Transactional(readOnly = true)
    public @Nullable Answer answer(UUID contactId) {
        return rows.contact(contactId).orElseThrow().answer();
    }

    /** Tells who asked for the client, unless nothing has been answered or the request is taken back, which is told anyway. */
    public void tellReferrer(UUID contactId) {
        var contact = rows.contact(contactId).orElseThrow();
        if (contact.answer() != null && contact.answer() != Answer.NOT_WANTED) {
            messages.told(contact);
        }
    }

    /** @return the question as it stands */
    @Transactional(readOnly = true)
    public Optional<Question> question(UUID contactId) {
        return rows.contact(contactId).map(one -> new Question(one.caseId(), one.answerBy(), one.awaited(), one.answer(), one.instanceId()));
    }

    /** @return how this case waits or waited */
    @Transactional(readOnly = true)
    public Optional<Waiting.Care> of(UUID caseId) {
        return rows.find(caseId).map(row -> new Waiting.Care(row.beganAt(), row.promisedOn(),
                rows.contacts(caseId).stream().map(KnownWaiting::contact).toList(), waits(row)));
    }

    /** Also somebody for whom a volunteer was found who then did not become theirs. */
    private boolean waits(WaitingRows.Row row) {
        return row.leftAt() == null && (row.foundAt() == null || Recruiting.LOOKING.contains(requests.status(row.caseId())));
    }

    /** @return the contact whose answer is awaited */
    @Transactional(readOnly = true)
    public Optional<UUID> open(UUID caseId) {
        return rows.contacts(caseId).stream().filter(WaitingRows.ContactRow::awaited).map(WaitingRows.ContactRow::id).findFirst();
    }

    /** @return what the client would like meanwhile, and what they wrote; of the answer given last */
    @Transactional(readOnly = true)
    public Optional<Waiting.Contact> lastAnswered(UUID caseId) {
        return rows.contacts(caseId).stream().filter(one -> one.answer() != null).reduce((earlier, later) -> later).map(KnownWaiting::contact);
    }

    /** @return what we can offer meanwhile */
    @Transactional(readOnly = true)
    public List<Interim> interim(UUID caseId, Locale reader) {
        return offers.of(caseId, reader);
    }

    /** @return how long it may take, in plain words */
    @Transactional(readOnly = true)
    public String estimate(UUID caseId, Locale reader) {
        return estimates.words(caseId, reader);
    }
}
