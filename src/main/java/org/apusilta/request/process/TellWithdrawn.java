package org.apusilta.request.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.TellBack;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Confirms the withdrawal to who asked and to the client. */
@Component
class TellWithdrawn implements JavaDelegate {

    private final HelpRequests requests;
    private final Letters letters;

    TellWithdrawn(HelpRequests requests, Letters letters) {
        this.requests = requests;
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        letters.toBoth(caseId, TellBack.OUTCOME, "request-withdrawn", Map.of("reference", requests.facts(caseId).reference()), null);
    }
}
