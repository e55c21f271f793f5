package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.RunningSupports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** It goes on: the next follow-up period begins as a root of its own. */
@Component
class BeginNextPeriod implements JavaDelegate {

    private final RunningSupports supports;

    BeginNextPeriod(RunningSupports supports) {
        this.supports = supports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supports.goOn(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
