package org.apusilta.partner.process;

import java.util.UUID;
import org.apusilta.partner.internal.HandingOff;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the partner that has not answered yet. */
@Component
class RemindPartner implements JavaDelegate {

    private final HandingOff handingOff;

    RemindPartner(HandingOff handingOff) {
        this.handingOff = handingOff;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handingOff.remind(UUID.fromString((String) execution.getVariable("handOffId")));
    }
}
