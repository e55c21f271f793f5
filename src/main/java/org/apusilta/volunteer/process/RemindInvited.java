package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Recreations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds those who have not answered. */
@Component
class RemindInvited implements JavaDelegate {

    private final Recreations recreations;

    RemindInvited(Recreations recreations) {
        this.recreations = recreations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recreations.remind(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
