package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.RunningSupports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client withdrew: everything held for the support is let go. */
@Component
class EndSupport implements JavaDelegate {

    private final RunningSupports supports;

    EndSupport(RunningSupports supports) {
        this.supports = supports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supports.withdraw(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
