package org.apusilta.request.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells who asked, and the client, that the request has come in, by when it is looked at, and where to follow it. */
@Component
class AcknowledgeRequest implements JavaDelegate {

    private final HelpRequests requests;
    private final Letters letters;
    private final Workdays workdays;

    AcknowledgeRequest(HelpRequests requests, Letters letters, Workdays workdays) {
        this.requests = requests;
        this.letters = letters;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        var facts = Map.of("reference", requests.facts(caseId).reference(), "answerBy", Days.iso(workdays.due(execution, "screenRequest")));
        letters.toBoth(caseId, "request-received", facts, new LinkFor("status", caseId, Days.STATUS_LINK));
    }
}
