package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.PlannedChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The day has come: what was planned is done now. */
@Component
class CarryOutPlan implements JavaDelegate {

    private final PlannedChanges plans;

    CarryOutPlan(PlannedChanges plans) {
        this.plans = plans;
    }

    @Override
    public void execute(DelegateExecution execution) {
        plans.carryOut(PlannedChangeProcess.plan(execution));
    }
}
