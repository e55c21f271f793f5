package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.RunningSupports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells those who knew of the support that it has ended. */
@Component
class TellSupportEnded implements JavaDelegate {

    private final RunningSupports supports;

    TellSupportEnded(RunningSupports supports) {
        this.supports = supports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supports.tellEnded(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
