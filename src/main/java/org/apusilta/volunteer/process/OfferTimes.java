package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Offers the times that are free, and says whether there were any. */
@Component
class OfferTimes implements JavaDelegate {

    private final Onboarding onboarding;
    private final Workdays workdays;

    OfferTimes(Onboarding onboarding, Workdays workdays) {
        this.onboarding = onboarding;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answerBy = workdays.due(execution, "bookingOverdue").toInstant();
        execution.setVariable("timesOffered", onboarding.offerTimes(UUID.fromString(execution.getProcessBusinessKey()), answerBy));
    }
}
