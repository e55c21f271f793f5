package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the request and tells who asked where it belongs, in the coordinator's words. */
@Component
class TellElsewhere implements JavaDelegate {

    private final ClosingLetter letter;

    TellElsewhere(ClosingLetter letter) {
        this.letter = letter;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letter.send(UUID.fromString(execution.getProcessBusinessKey()), Outcome.ELSEWHERE, "request-elsewhere", "screenRequest");
    }
}
