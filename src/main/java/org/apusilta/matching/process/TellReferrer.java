package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.matching.internal.WaitingCare;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Who asked for the client hears how the wait goes on, as far as the client has agreed to it. */
@Component
class TellReferrer implements JavaDelegate {

    private final WaitingCare care;

    TellReferrer(WaitingCare care) {
        this.care = care;
    }

    @Override
    public void execute(DelegateExecution execution) {
        care.tellReferrer(UUID.fromString((String) execution.getVariable("contactId")));
    }
}
