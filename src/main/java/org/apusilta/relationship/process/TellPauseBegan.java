package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.Pauses;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells both until when the support pauses, and when it goes on by itself. */
@Component
class TellPauseBegan implements JavaDelegate {

    private final Pauses pauses;

    TellPauseBegan(Pauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var resumeOn = pauses.tellBegan(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable("resumeOn", resumeOn.toString());
    }
}
