package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the guardian who has not answered yet, of the same day. */
@Component
class RemindGuardian implements JavaDelegate {

    private final Onboarding onboarding;
    private final Waits waits;

    RemindGuardian(Onboarding onboarding, Waits waits) {
        this.onboarding = onboarding;
        this.waits = waits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        onboarding.askGuardian(UUID.fromString(execution.getProcessBusinessKey()), waits.until(execution, "guardianOverdue"), true);
    }
}
