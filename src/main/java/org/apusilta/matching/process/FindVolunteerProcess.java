package org.apusilta.matching.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Listening;
import org.apusilta.matching.internal.Brokering;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells find-volunteer what happened outside. The only one to do so. */
@Component
public class FindVolunteerProcess {

    private static final String OFFER_ANSWERED = "OfferAnswered";

    private final Listening listening;
    private final Brokering brokering;

    FindVolunteerProcess(Listening listening, Brokering brokering) {
        this.listening = listening;
        this.brokering = brokering;
    }

    /**
     * Keeps the volunteer's answer and lets the process go on.
     *
     * @return false when it came too late: answered before, expired, or the search has gone on
     */
    @Transactional
    public boolean answered(UUID offerId, boolean yes) {
        var instance = brokering.waiting(offerId).filter(this::awaits);
        if (instance.isEmpty() || !brokering.answer(offerId, yes)) {
            return false;
        }
        listening.mustHear(instance.get(), OFFER_ANSWERED, Map.of("offerAnswer", yes ? "ACCEPTED" : "DECLINED"));
        return true;
    }

    /** Once the timer has fired the token has left, though the offer's row closes a moment later. */
    private boolean awaits(String instanceId) {
        return listening.waits(instanceId, OFFER_ANSWERED);
    }
}
