package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Checks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds who has not answered. */
@Component
class RemindCheckConsent implements JavaDelegate {

    private final Checks checks;

    RemindCheckConsent(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        checks.remind(person);
    }
}
