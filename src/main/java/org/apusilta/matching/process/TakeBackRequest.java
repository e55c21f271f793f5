package org.apusilta.matching.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client does not want a volunteer any more: the request goes the way of every withdrawal. */
@Component
class TakeBackRequest implements JavaDelegate {

    private final WaitingCareProcess process;

    TakeBackRequest(WaitingCareProcess process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.takeBack(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
