package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds of the talk the day before. */
@Component
class RemindInterview implements JavaDelegate {

    private final Onboarding onboarding;

    RemindInterview(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        onboarding.remindInterview(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
