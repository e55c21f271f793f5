package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Recreations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells those who were coming, or might have, that it is cancelled. */
@Component
class TellCancelled implements JavaDelegate {

    private final Recreations recreations;

    TellCancelled(Recreations recreations) {
        this.recreations = recreations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recreations.tellCancelled(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
