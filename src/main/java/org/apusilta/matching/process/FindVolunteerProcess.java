package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.matching.internal.Brokering;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells find-volunteer what happened outside. The only one to do so. */
@Component
public class FindVolunteerProcess {

    private static final String OFFER_ANSWERED = "OfferAnswered";

    private final RuntimeService runtime;
    private final Brokering brokering;

    FindVolunteerProcess(RuntimeService runtime, Brokering brokering) {
        this.runtime = runtime;
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
        runtime.createMessageCorrelation(OFFER_ANSWERED).processInstanceId(instance.get())
                .setVariable("offerAnswer", yes ? "ACCEPTED" : "DECLINED").correlate();
        return true;
    }

    /** Once the timer has fired the token has left, though the offer's row closes a moment later. */
    private boolean awaits(String instanceId) {
        return runtime.createExecutionQuery().processInstanceId(instanceId).messageEventSubscriptionName(OFFER_ANSWERED).count() == 1;
    }
}
