package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the request for which nobody was found, and says so plainly, with what the coordinator advises. */
@Component
class TellNoVolunteer implements JavaDelegate {

    private final ClosingLetter letter;

    TellNoVolunteer(ClosingLetter letter) {
        this.letter = letter;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letter.send(UUID.fromString(execution.getProcessBusinessKey()), Outcome.NO_VOLUNTEER, "request-stopped", "widenSearch");
    }
}
