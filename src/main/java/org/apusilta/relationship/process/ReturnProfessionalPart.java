package org.apusilta.relationship.process;

import org.apusilta.relationship.internal.DriftLetters;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The professional part goes back to who asked for the client, with advice on where it belongs (R20). */
@Component
class ReturnProfessionalPart implements JavaDelegate {

    private final DriftLetters letters;

    ReturnProfessionalPart(DriftLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.toReferrer(execution.getProcessInstanceId());
    }
}
