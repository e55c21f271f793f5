package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.Pauses;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells both that it goes on, and counts the days left until the follow-up: the pause does not count. */
@Component
class TellPauseEnded implements JavaDelegate {

    private final Pauses pauses;

    TellPauseEnded(Pauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var left = pauses.tellEnded(UUID.fromString(execution.getProcessBusinessKey()), (Integer) execution.getVariable("followUpDays"));
        execution.setVariable("followUpDays", left);
    }
}
