package org.apusilta.agreement.process;

import java.util.UUID;
import org.apusilta.agreement.internal.Agreeing;
import org.apusilta.engine.Words;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.jspecify.annotations.Nullable;
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
        agreements.ask(caseId, written(caseId, "task"), written(caseId, "help"), written(caseId, "excluded"));
    }

    /** Only what was written about this draft: an earlier agreement of the case, with somebody else, had its own words. */
    private @Nullable String written(UUID caseId, String field) {
        var drafted = agreements.newest(caseId).orElseThrow().version().draftedAt();
        return words.of(caseId).stream()
                .filter(w -> w.taskKey().equals("finaliseAgreement") && w.field().equals(field) && !w.writtenAt().isBefore(drafted))
                .reduce((earlier, later) -> later).map(Words.Word::text).orElse(null);
    }
}
