package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Checks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The consent is taken back: the step ends as it does without one. */
@Component
class CloseCheck implements JavaDelegate {

    private final Checks checks;

    CloseCheck(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        checks.close(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable("checkOutcome", "REFUSED");
    }
}
