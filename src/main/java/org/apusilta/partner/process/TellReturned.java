package org.apusilta.partner.process;

import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.partner.internal.HandingOff;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The request comes back and keeps its place; the client and who asked hear so. */
@Component
class TellReturned implements JavaDelegate {

    private final HandingOff handingOff;
    private final Words words;

    TellReturned(HandingOff handingOff, Words words) {
        this.handingOff = handingOff;
        this.words = words;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        handingOff.takeBack(UUID.fromString((String) execution.getVariable("handOffId")), words.latest(caseId, "callPartner", "reason").orElse(null));
    }
}
