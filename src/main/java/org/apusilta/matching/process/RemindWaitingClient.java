package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.matching.internal.WaitingCare;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the client who waits and has not answered, with a new link. */
@Component
class RemindWaitingClient implements JavaDelegate {

    private final WaitingCare care;

    RemindWaitingClient(WaitingCare care) {
        this.care = care;
    }

    @Override
    public void execute(DelegateExecution execution) {
        care.remind(UUID.fromString((String) execution.getVariable("contactId")));
    }
}
