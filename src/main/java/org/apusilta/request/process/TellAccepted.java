package org.apusilta.request.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells who asked that a volunteer is being looked for. */
@Component
class TellAccepted implements JavaDelegate {

    private final HelpRequests requests;
    private final Letters letters;

    TellAccepted(HelpRequests requests, Letters letters) {
        this.requests = requests;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        letters.toRequester(caseId, "request-accepted", Map.of("reference", requests.facts(caseId).reference()), null);
    }
}
