package org.apusilta.request.process;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.apusilta.request.TellBack;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells who asked, and the client, that the request has come in, or is taken up again, by when it is looked at, and where to follow it. */
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
        var request = requests.facts(caseId);
        var facts = new HashMap<String, @Nullable String>(Map.of("reference", request.reference(), "answerBy", Days.iso(workdays.due(execution, "screenRequest"))));
        var former = request.previousId() == null ? null : requests.facts(request.previousId());
        var reopened = former != null && former.outcome() != Outcome.CHANGED;
        facts.put("former", reopened ? former.reference() : null);
        letters.toBoth(caseId, TellBack.NOTHING, reopened ? "request-reopened" : "request-received", facts, new LinkFor("status", caseId, Days.STATUS_LINK));
    }
}
