package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the guardian by link; answers count until the day DMN deadlines says. */
@Component
class AskGuardianConsent implements JavaDelegate {

    private final Onboarding onboarding;
    private final Workdays workdays;

    AskGuardianConsent(Onboarding onboarding, Workdays workdays) {
        this.onboarding = onboarding;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answerBy = workdays.due(execution, "guardianOverdue").toInstant();
        onboarding.askGuardian(UUID.fromString(execution.getProcessBusinessKey()), answerBy, false);
    }
}
