package org.apusilta.request.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Closes the request for which nobody was found, and says so plainly. */
@Component
class TellNoVolunteer implements JavaDelegate {

    private final HelpRequests requests;
    private final Letters letters;

    TellNoVolunteer(HelpRequests requests, Letters letters) {
        this.requests = requests;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        requests.close(caseId, Outcome.NO_VOLUNTEER);
        letters.toRequester(caseId, "request-stopped", Map.of("reference", requests.facts(caseId).reference()), null);
    }
}
