package org.apusilta.partner.process;

import java.util.UUID;
import org.apusilta.partner.internal.AskingNetwork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nobody took it: the links say so from now on. */
@Component
class CloseAsking implements JavaDelegate {

    private final AskingNetwork asking;

    CloseAsking(AskingNetwork asking) {
        this.asking = asking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        asking.close(UUID.fromString((String) execution.getVariable("networkAskId")));
    }
}
