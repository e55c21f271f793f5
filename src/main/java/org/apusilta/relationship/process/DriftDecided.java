package org.apusilta.relationship.process;

import org.apusilta.engine.Words;
import org.apusilta.relationship.Supports.DriftOutcome;
import org.apusilta.relationship.internal.Drifts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps in our tables what was decided in {@code decideScopeDrift}, as it is completed. */
@Component
class DriftDecided {

    private final Drifts drifts;
    private final Words words;

    DriftDecided(Drifts drifts, Words words) {
        this.drifts = drifts;
        this.words = words;
    }

    @EventListener(condition = "#task.eventName == 'complete' && #task.taskDefinitionKey == 'decideScopeDrift'")
    void completed(DelegateTask task) {
        var outcome = (String) task.getVariable("driftOutcome");
        if (outcome != null) {
            drifts.decided(task.getProcessInstanceId(), DriftOutcome.valueOf(outcome), words.at(task.getId(), "note").orElse(null),
                    words.at(task.getId(), "advice").orElse(null), HeardByPhone.by(task));
        }
    }
}
