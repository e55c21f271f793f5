package org.apusilta.partner.process;

import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.partner.internal.AskingNetwork;
import org.apusilta.partner.internal.AskingNetwork.Result;
import org.camunda.bpm.engine.RuntimeService;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells ask-network what happened outside. The only one to do so. */
@Component
public class AskNetworkProcess {

    private static final String ANSWERED = "NetworkAnswered";

    private final RuntimeService runtime;
    private final Ourselves ourselves;
    private final AskingNetwork asking;

    AskNetworkProcess(RuntimeService runtime, Ourselves ourselves, AskingNetwork asking) {
        this.runtime = runtime;
        this.ourselves = ourselves;
        this.asking = asking;
    }

    /** Keeps a member's answer; the first yes, or the last no, lets the process go on. @return false when it came too late */
    @Transactional
    public boolean answered(UUID partId, boolean yes) {
        return ourselves.call(() -> {
            var question = asking.question(partId).orElseThrow();
            if (!awaits(partId) || yes && !heard(question, "TAKEN", question.partnerId().toString())) {
                return false;
            }
            var result = asking.answer(partId, yes);
            if (yes && result != Result.THEIRS) {
                throw new ConcurrencyFailureException("The same member answered twice at once");
            }
            return result != Result.ALL_SAID_NO || heard(question, "NOBODY", null);
        });
    }

    /** Before anything is kept of a yes: when the time runs out at this very instant nobody waits, and that is no error. */
    private boolean heard(AskingNetwork.Question question, String answer, @Nullable String partner) {
        return !runtime.createMessageCorrelation(ANSWERED).processInstanceId(question.instanceId()).setVariable("networkAnswer", answer)
                .setVariable("offeredPartnerId", partner).correlateAllWithResult().isEmpty();
    }

    /** @return whether an answer still counts; not once the time has run out or somebody has taken it */
    public boolean awaits(UUID partId) {
        return ourselves.call(() -> asking.question(partId).filter(one -> one.state() == AskingNetwork.State.OPEN && one.answered() == null
                && runtime.createExecutionQuery().processInstanceId(one.instanceId()).messageEventSubscriptionName(ANSWERED).count() == 1).isPresent());
    }
}
