package org.apusilta.request.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.apusilta.request.TellBack;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the request when both have met and do not go on: nobody is at fault. */
@Component
class TellStopped implements JavaDelegate {

    private final HelpRequests requests;
    private final Letters letters;

    TellStopped(HelpRequests requests, Letters letters) {
        this.requests = requests;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        requests.close(caseId, Outcome.STOPPED);
        letters.toBoth(caseId, TellBack.OUTCOME, "request-stopped", Map.of("reference", requests.facts(caseId).reference()), null);
    }
}
