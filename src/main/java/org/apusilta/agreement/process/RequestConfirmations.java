package org.apusilta.agreement.process;

import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.agreement.internal.Agreeing;
import org.apusilta.engine.Words;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Fixes the words, the coordinator’s instead of the draft’s, and asks both to confirm. */
@Component
class RequestConfirmations implements JavaDelegate {

    private final Agreeing agreements;
    private final Words words;

    RequestConfirmations(Agreeing agreements, @Lazy Words words) {
        this.agreements = agreements;
        this.words = words;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        // only what was written about this draft: an earlier agreement of the case, with somebody else, had its own words
        var drafted = agreements.newest(caseId).orElseThrow().version().draftedAt();
        var written = words.of(caseId).stream().filter(word -> word.taskKey().equals("finaliseAgreement") && !word.writtenAt().isBefore(drafted))
                .collect(Collectors.toMap(Words.Word::field, Words.Word::text, (earlier, later) -> later));
        agreements.ask(caseId, written.get("task"), written.get("help"), written.get("excluded"));
    }
}
