package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.matching.internal.AskingClient;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds the client who has not answered, with a new link. */
@Component
class RemindClient implements JavaDelegate {

    private final AskingClient asking;

    RemindClient(AskingClient asking) {
        this.asking = asking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        asking.remind(UUID.fromString((String) execution.getVariable("offerId")));
    }
}
