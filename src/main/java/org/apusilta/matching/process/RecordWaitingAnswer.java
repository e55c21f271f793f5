package org.apusilta.matching.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what a coordinator heard on the phone, with what they noted and who they are. */
@Component
class RecordWaitingAnswer implements JavaDelegate {

    private final WaitingCareProcess process;

    RecordWaitingAnswer(WaitingCareProcess process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.keepHeard(execution.getProcessInstanceId(), execution.getProcessBusinessKey(), (String) execution.getVariable("contactId"),
                (String) execution.getVariable("waitingAnswer"), (String) execution.getVariable("interimChoice"));
    }
}
