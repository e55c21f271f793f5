package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** All that was asked is professional work: closes the request as such and says of each piece where it belongs (R20, R22). */
@Component
class TellProfessionalWork implements JavaDelegate {

    private final ClosingLetter letter;

    TellProfessionalWork(ClosingLetter letter) {
        this.letter = letter;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letter.send(UUID.fromString(execution.getProcessBusinessKey()), Outcome.PROFESSIONAL, "request-professional", "screenRequest");
    }
}
