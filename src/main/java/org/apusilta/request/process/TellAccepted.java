package org.apusilta.request.process;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.TellBack;
import org.apusilta.request.internal.BorderPieces;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells who asked that a volunteer is being looked for, and gives back what is a professional's part, with advice (R22). */
@Component
class TellAccepted implements JavaDelegate {

    private final HelpRequests requests;
    private final Letters letters;
    private final BorderPieces border;

    TellAccepted(HelpRequests requests, Letters letters, BorderPieces border) {
        this.requests = requests;
        this.letters = letters;
        this.border = border;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        var facts = new HashMap<String, @Nullable String>(Map.of("reference", requests.facts(caseId).reference()));
        facts.put("returned", border.returned(caseId, letters.reader(caseId, TellBack.OUTCOME)));
        letters.toRequester(caseId, TellBack.OUTCOME, "request-accepted", facts, null);
        execution.setVariable("acceptanceTold", true);
    }
}
