package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds who has not chosen a time yet. */
@Component
class RemindBooking implements JavaDelegate {

    private final Onboarding onboarding;
    private final Waits waits;

    RemindBooking(Onboarding onboarding, Waits waits) {
        this.onboarding = onboarding;
        this.waits = waits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        onboarding.remindBooking(UUID.fromString(execution.getProcessBusinessKey()), waits.until(execution, "bookingOverdue"));
    }
}
