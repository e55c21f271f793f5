package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets go of everything the applicant had with us, and says goodbye. */
@Component
class CloseWithdrawn implements JavaDelegate {

    private final Onboarding onboarding;

    CloseWithdrawn(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        onboarding.closeWithdrawn(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
