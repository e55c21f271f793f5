package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Checks;
import org.apusilta.volunteer.internal.Checks.Stand;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Is there a kind that needs a check, and has a named person assessed it? Whoever leaves these tasks out needs none. */
@Component
class ReadAssessments implements JavaDelegate {

    private final Checks checks;

    ReadAssessments(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        if ("LEAVE_OUT".equals(execution.getVariable("assessmentOutcome"))) {
            execution.setVariable("checkStand", "NO_CHECK");
            execution.setVariable("checkOutcome", "REFUSED");
            return;
        }
        var stand = checks.begin(person, execution.getProcessInstanceId());
        execution.setVariable("checkStand", stand.name());
        if (stand == Stand.NO_CHECK) {
            execution.setVariable("checkOutcome", "DONE");
        }
    }
}
