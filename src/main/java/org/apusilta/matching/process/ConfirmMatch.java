package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.matching.internal.Brokering;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class ConfirmMatch implements JavaDelegate {

    private final Brokering brokering;

    ConfirmMatch(Brokering brokering) {
        this.brokering = brokering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        brokering.confirm(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
