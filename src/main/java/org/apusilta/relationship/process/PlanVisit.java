package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.VisitPlan;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Finds the next day on which the volunteer is asked, and the day by which something must have been heard. */
@Component
class PlanVisit implements JavaDelegate {

    private final VisitPlan plan;

    PlanVisit(VisitPlan plan) {
        this.plan = plan;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var next = plan.next(UUID.fromString(execution.getProcessBusinessKey()), (Integer) execution.getVariable("visitEveryDays"),
                (Integer) execution.getVariable("silenceDays"));
        execution.setVariable("visitDay", next.visitDay().toString());
        execution.setVariable("contactBy", next.contactBy().toString());
    }
}
