package org.apusilta.partner.process;

import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.partner.internal.AskingNetwork;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the members of the chosen network, each by a link of its own; nothing tells who the client is. */
@Component
class AskMembers implements JavaDelegate {

    private final AskingNetwork asking;
    private final Workdays workdays;

    AskMembers(AskingNetwork asking, Workdays workdays) {
        this.asking = asking;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answerBy = workdays.after((Integer) execution.getVariable("networkAnswerDays")).toInstant();
        var id = asking.ask(UUID.fromString(execution.getProcessBusinessKey()), execution.getProcessInstanceId(),
                UUID.fromString((String) execution.getVariable("chosenNetworkId")), answerBy);
        execution.setVariable("networkAskId", id.toString());
    }
}
