package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.matching.internal.AskingClient;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps the answer a coordinator heard; an answer that came by link is kept already and counts. */
@Component
class RecordClientAnswer implements JavaDelegate {

    private final AskingClient asking;
    private final AskClientProcess process;

    RecordClientAnswer(AskingClient asking, AskClientProcess process) {
        this.asking = asking;
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answer = asking.record(UUID.fromString((String) execution.getVariable("offerId")), (String) execution.getVariable("clientAnswer"),
                (String) execution.getVariable("clientAnsweredBy"), process.whoRecorded(execution.getProcessInstanceId()));
        execution.setVariable("clientAnswer", answer);
    }
}
