package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.PlannedChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Confirms by mail what is planned, with its day. */
@Component
class ConfirmPlan implements JavaDelegate {

    private final PlannedChanges plans;

    ConfirmPlan(PlannedChanges plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.confirm(PlannedChangeProcess.plan(execution));
    }
}
