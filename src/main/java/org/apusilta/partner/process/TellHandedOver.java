package org.apusilta.partner.process;

import java.util.UUID;
import org.apusilta.partner.internal.HandingOff;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens the contact details to the partner; the client and who asked hear who takes over. */
@Component
class TellHandedOver implements JavaDelegate {

    private final HandingOff handingOff;

    TellHandedOver(HandingOff handingOff) {
        this.handingOff = handingOff;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handingOff.handOver(UUID.fromString((String) execution.getVariable("handOffId")));
    }
}
