package org.apusilta.partner.process;

import java.util.UUID;
import org.apusilta.partner.internal.HandingOff;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Help has arrived: closes the case as handed over and tells everybody who knew of it. */
@Component
class CloseHandOff implements JavaDelegate {

    private final HandingOff handingOff;

    CloseHandOff(HandingOff handingOff) {
        this.handingOff = handingOff;
    }

    @Override
    public void execute(DelegateExecution execution) {
        handingOff.close(UUID.fromString((String) execution.getVariable("handOffId")));
    }
}
