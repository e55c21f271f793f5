package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.matching.internal.AskingClient;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the client who would come, and by when we hope to hear. */
@Component
class ProposeVolunteer implements JavaDelegate {

    private final AskingClient asking;
    private final Workdays workdays;

    ProposeVolunteer(AskingClient asking, Workdays workdays) {
        this.asking = asking;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        asking.propose(UUID.fromString((String) execution.getVariable("offerId")), execution.getProcessInstanceId(),
                workdays.due(execution, "confirmWithClient").toInstant());
    }
}
