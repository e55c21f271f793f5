package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the calendar entry, and tells the timers which day it is. */
@Component
class InviteToInterview implements JavaDelegate {

    private final Onboarding onboarding;

    InviteToInterview(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var day = onboarding.invite(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable("interviewOn", day.toString());
        execution.setVariable("remindOn", day.minusDays(1).toString());
    }
}
