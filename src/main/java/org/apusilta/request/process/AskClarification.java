package org.apusilta.request.process;

import java.util.HashMap;
import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.engine.Workdays;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.TellBack;
import org.apusilta.request.internal.Clarifications;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks who asked, in the coordinator's words, with a link to answer by. */
@Component
class AskClarification implements JavaDelegate {

    private final HelpRequests requests;
    private final Letters letters;
    private final Words words;
    private final Workdays workdays;
    private final Clarifications clarifications;

    AskClarification(HelpRequests requests, Letters letters, Words words, Workdays workdays, Clarifications clarifications) {
        this.requests = requests;
        this.letters = letters;
        this.words = words;
        this.workdays = workdays;
        this.clarifications = clarifications;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        var question = words.latest(caseId, "screenRequest", "question").orElse(null);
        var id = clarifications.ask(caseId, execution.getProcessInstanceId(), question);
        var facts = new HashMap<String, @Nullable String>();
        facts.put("reference", requests.facts(caseId).reference());
        facts.put("question", question);
        facts.put("answerBy", Days.iso(workdays.due(execution, "clarificationOverdue")));
        letters.toRequester(caseId, TellBack.NOTHING, "clarification-question", facts, new LinkFor("clarification", id, Days.ANSWER_LINK));
    }
}
