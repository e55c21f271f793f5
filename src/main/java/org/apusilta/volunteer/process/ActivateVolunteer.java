package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** All is in order: a volunteer from now on. */
@Component
class ActivateVolunteer implements JavaDelegate {

    private final Onboarding onboarding;

    ActivateVolunteer(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        onboarding.activate(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
