package org.apusilta.request.process;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Closes the request for which nobody was found, and says so plainly, with what the coordinator advises. */
@Component
class TellNoVolunteer implements JavaDelegate {

    private final HelpRequests requests;
    private final Letters letters;
    private final Words words;

    TellNoVolunteer(HelpRequests requests, Letters letters, Words words) {
        this.requests = requests;
        this.letters = letters;
        this.words = words;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        requests.close(caseId, Outcome.NO_VOLUNTEER);
        var facts = new HashMap<String, @Nullable String>(Map.of("reference", requests.facts(caseId).reference()));
        facts.put("reason", words.latest(caseId, "widenSearch", "reason").orElse(null));
        letters.toRequester(caseId, "request-stopped", facts, null);
    }
}
