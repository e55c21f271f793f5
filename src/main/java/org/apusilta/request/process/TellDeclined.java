package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the request and tells who asked why, in the coordinator's words (R19). */
@Component
class TellDeclined implements JavaDelegate {

    private final ClosingLetter letter;

    TellDeclined(ClosingLetter letter) {
        this.letter = letter;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letter.send(UUID.fromString(execution.getProcessBusinessKey()), Outcome.DECLINED, "request-declined", "screenRequest");
    }
}
