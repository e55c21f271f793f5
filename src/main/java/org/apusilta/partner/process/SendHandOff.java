package org.apusilta.partner.process;

import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.partner.internal.HandingOff;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the partner, with a link; answers count until the end of the day DMN deadlines says. */
@Component
class SendHandOff implements JavaDelegate {

    private final HandingOff handingOff;
    private final Workdays workdays;

    SendHandOff(HandingOff handingOff, Workdays workdays) {
        this.handingOff = handingOff;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answerBy = workdays.due(execution, "partnerOverdue").toInstant();
        handingOff.ask(UUID.fromString((String) execution.getVariable("handOffId")), answerBy);
    }
}
