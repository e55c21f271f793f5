package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts who suits into the register, not yet as a volunteer. */
@Component
class RegisterApplicant implements JavaDelegate {

    private final Onboarding onboarding;

    RegisterApplicant(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        onboarding.register(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
