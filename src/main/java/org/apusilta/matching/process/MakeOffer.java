package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.matching.internal.Brokering;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class MakeOffer implements JavaDelegate {

    private final Brokering brokering;
    private final Workdays workdays;

    MakeOffer(Brokering brokering, Workdays workdays) {
        this.brokering = brokering;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var volunteer = UUID.fromString((String) execution.getVariable("chosenVolunteerId"));
        var expires = workdays.after((Integer) execution.getVariable("offerExpiryDays")).toInstant();
        var offer = brokering.offer(UUID.fromString(execution.getProcessBusinessKey()), volunteer, execution.getProcessInstanceId(), expires)
                .orElseThrow(() -> new BpmnError("volunteerTaken"));
        execution.setVariable("offerId", offer.toString());
    }
}
