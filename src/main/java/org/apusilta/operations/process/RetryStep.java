package org.apusilta.operations.process;

import org.apusilta.operations.internal.IncidentRows;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Has the failed step tried once more. Twice is once: the incident has ended then. */
@Component
class RetryStep implements JavaDelegate {

    private final IncidentRows rows;
    private final ResolveIncidentProcess process;

    RetryStep(IncidentRows rows, ResolveIncidentProcess process) {
        this.rows = rows;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        rows.toldBy(execution.getProcessInstanceId()).ifPresent(process::retry);
    }
}
