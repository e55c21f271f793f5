package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.Closings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A support has ended with a breach: the team lead hears that, and in which case. */
@Component
class InformLead implements JavaDelegate {

    private final Closings closings;

    InformLead(Closings closings) {
        this.closings = closings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closings.informLead(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
