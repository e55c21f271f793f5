package org.apusilta.partner.process;

import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.partner.internal.AskingNetwork;
import org.apusilta.partner.internal.AskingNetwork.Result;
import org.camunda.bpm.engine.RuntimeService;
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
            if (!awaits(partId)) {
                return false;
            }
            var result = asking.answer(partId, yes);
            if (result == Result.THEIRS || result == Result.ALL_SAID_NO) {
                var question = asking.question(partId).orElseThrow();
                runtime.createMessageCorrelation(ANSWERED).processInstanceId(question.instanceId())
                        .setVariable("networkAnswer", result == Result.THEIRS ? "TAKEN" : "NOBODY")
                        .setVariable("offeredPartnerId", result == Result.THEIRS ? question.partnerId().toString() : null).correlate();
            }
            return result != Result.LATE;
        });
    }

    /** @return whether an answer still counts; not once the time has run out or somebody has taken it */
    public boolean awaits(UUID partId) {
        return ourselves.call(() -> asking.question(partId).filter(one -> one.state() == AskingNetwork.State.OPEN && one.answered() == null
                && runtime.createExecutionQuery().processInstanceId(one.instanceId()).messageEventSubscriptionName(ANSWERED).count() == 1).isPresent());
    }
}
