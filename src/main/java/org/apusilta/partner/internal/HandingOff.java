package org.apusilta.partner.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.matching.Needs;
import org.apusilta.partner.HandOffs.Consent;
import org.apusilta.partner.HandOffs.HandOff;
import org.apusilta.partner.HandOffs.State;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.apusilta.request.TellBack;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What the process asks of us, step by step. Public for {@code partner.process} and {@code partner.web} only. */
@Component
@Transactional
public class HandingOff {

    /** How an answer came to us. */
    public enum By { LINK, PHONE }

    private final HandOffRows rows;
    private final HandOffLetters letters;
    private final HelpRequests requests;
    private final Needs needs;

    HandingOff(HandOffRows rows, HandOffLetters letters, HelpRequests requests, Needs needs) {
        this.rows = rows;
        this.letters = letters;
        this.requests = requests;
        this.needs = needs;
    }

    /** @return id of a new hand-off that a person prepares now */
    public UUID open(UUID caseId, String instanceId) {
        return rows.open(caseId, instanceId);
    }

    /** Keeps whom the request may go to and by whose consent. @param summary what the partner must know to decide, null when nothing more */
    public void prepared(UUID id, UUID partner, @Nullable String summary, String shared, Consent consent) {
        rows.prepared(id, partner, summary, shared, consent);
    }

    /** The partner reads who the client is and how to reach them: on record, as every opening is. Its own transaction: pages are shown in one that only reads. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void opened(UUID id) {
        rows.opened(id);
    }

    /** Nothing was sent: the client said no, or no partner fits. */
    public void drop(UUID id) {
        rows.close(id, State.PREPARING, State.DROPPED);
    }

    /** A member of a network said yes, but it goes to another or to nobody: they must not wait for it. */
    public void notPassed(UUID id, UUID member) {
        letters.notPassed(get(id).caseId(), member);
    }

    /** Asks the partner, or asks again with a new link; the client and who asked hear of the first time. */
    public void ask(UUID id, Instant answerBy) {
        var again = get(id).askedAt() != null;
        rows.asked(id, answerBy);
        var one = get(id);
        letters.closeLinks(one.caseId());
        letters.toPartner(one, "partner-asked", answerBy);
        if (!again) {
            letters.toBoth(one, TellBack.STATE, "hand-off-asked");
        }
    }

    /** Reminds once for each asking. */
    public void remind(UUID id) {
        if (rows.reminded(id)) {
            var one = get(id);
            letters.toPartner(one, "partner-reminder", java.util.Objects.requireNonNull(one.answerBy()));
        }
    }

    /** The time to answer has run out: a person calls. */
    public void silent(UUID id) {
        rows.silent(id);
    }

    /** @return whether the answer was still awaited */
    public boolean answer(UUID id, boolean yes, By by, @Nullable String reason) {
        return rows.answered(id, yes, by.name(), reason);
    }

    /** Opens the contact details to the partner and tells the client who takes over. A yes by phone is kept here. */
    public void handOver(UUID id) {
        rows.answered(id, true, By.PHONE.name(), null);
        var one = get(id);
        needs.close(one.caseId());
        letters.toPartner(one, "partner-contact", true);
        letters.toBoth(one, TellBack.OUTCOME, "hand-off-accepted");
    }

    /** Asks the client, or who asked for them, whether help has arrived. */
    public void askArrival(UUID id, Instant answerBy) {
        rows.arrivalAsked(id);
        letters.arrivalQuestion(get(id), answerBy);
    }

    /** @return whether nobody had said it before */
    public boolean arrivalTold(UUID id, By by) {
        return rows.arrivalTold(id, by.name());
    }

    /** The request comes back and keeps its place: the partner cannot help, or no help has come. @param reason why, as told by phone */
    public void takeBack(UUID id, @Nullable String reason) {
        rows.answered(id, false, By.PHONE.name(), reason);
        rows.arrivalTold(id, By.PHONE.name());
        var one = get(id);
        letters.closeLinks(one.caseId());
        if (rows.close(id, State.ACCEPTED, State.NOT_ARRIVED)) {
            letters.toPartner(one, "partner-not-needed", false);
        }
        letters.toBoth(one, TellBack.STATE, "hand-off-returned");
    }

    /** Help has arrived: the case ends as handed over, and the partner's view of the client closes. */
    public void close(UUID id) {
        rows.arrivalTold(id, By.PHONE.name());
        rows.close(id, State.ACCEPTED, State.ARRIVED);
        var one = get(id);
        requests.close(one.caseId(), Outcome.HANDED_OVER);
        letters.closeLinks(one.caseId());
        letters.toPartner(one, "partner-thanks", false);
        letters.toBoth(one, TellBack.OUTCOME, "hand-off-closed");
    }

    /** @return the hand-off as it stands */
    @Transactional(readOnly = true)
    public Optional<HandOff> find(UUID id) {
        return rows.find(id);
    }

    /** @return the process instance of this hand-off */
    @Transactional(readOnly = true)
    public Optional<String> instance(UUID id) {
        return rows.instance(id);
    }

    private HandOff get(UUID id) {
        return rows.find(id).orElseThrow();
    }
}
