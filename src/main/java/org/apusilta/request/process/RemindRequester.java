package org.apusilta.request.process;

import java.util.HashMap;
import java.util.UUID;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.TellBack;
import org.apusilta.request.internal.Clarifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reminds who has not answered the question yet, with a new link. */
@Component
class RemindRequester implements JavaDelegate {

    private final HelpRequests requests;
    private final Letters letters;
    private final Clarifications clarifications;

    RemindRequester(HelpRequests requests, Letters letters, Clarifications clarifications) {
        this.requests = requests;
        this.letters = letters;
        this.clarifications = clarifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        clarifications.open(execution.getProcessInstanceId()).ifPresent(asked -> {
            var facts = new HashMap<String, @Nullable String>();
            facts.put("reference", requests.facts(caseId).reference());
            facts.put("question", asked.question());
            letters.toRequester(caseId, TellBack.NOTHING, "clarification-reminder", facts, new LinkFor("clarification", asked.id(), Days.ANSWER_LINK));
        });
    }
}
