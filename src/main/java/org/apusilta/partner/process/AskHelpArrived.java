package org.apusilta.partner.process;

import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.partner.internal.HandingOff;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the client, or who asked for them, whether help has arrived. */
@Component
class AskHelpArrived implements JavaDelegate {

    private final HandingOff handingOff;
    private final Workdays workdays;

    AskHelpArrived(HandingOff handingOff, Workdays workdays) {
        this.handingOff = handingOff;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answerBy = workdays.due(execution, "arrivalOverdue").toInstant();
        handingOff.askArrival(UUID.fromString((String) execution.getVariable("handOffId")), answerBy);
    }
}
