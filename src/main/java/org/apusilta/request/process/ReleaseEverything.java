package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the withdrawn request; whoever holds something for it lets go. */
@Component
class ReleaseEverything implements JavaDelegate {

    private final HelpRequests requests;

    ReleaseEverything(HelpRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        requests.close(caseId, Outcome.WITHDRAWN);
    }
}
