package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the applicant that we have it. */
@Component
class AcknowledgeApplication implements JavaDelegate {

    private final Onboarding onboarding;

    AcknowledgeApplication(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        onboarding.acknowledge(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
