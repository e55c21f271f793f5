package org.apusilta.relationship.process;

import org.apusilta.relationship.internal.DriftLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the volunteer what was decided on what came up in a visit. */
@Component
class TellDriftDecided implements JavaDelegate {

    private final DriftLetters letters;

    TellDriftDecided(DriftLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.toVolunteer(execution.getProcessInstanceId());
    }
}
