package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Recreations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes to those who were invited and have not had their letter. */
@Component
class SendInvitations implements JavaDelegate {

    private final Recreations recreations;

    SendInvitations(Recreations recreations) {
        this.recreations = recreations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recreations.send(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
