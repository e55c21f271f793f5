package org.apusilta.agreement.process;

import java.util.UUID;
import org.apusilta.agreement.internal.Agreeing;
import org.apusilta.matching.Matching;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drafts the three parts for the client and the volunteer who are matched. */
@Component
class DraftAgreement implements JavaDelegate {

    private final Agreeing agreements;
    private final Matching matching;

    DraftAgreement(Agreeing agreements, @Lazy Matching matching) {
        this.agreements = agreements;
        this.matching = matching;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        agreements.draft(caseId, agreements.holdsWith(caseId).or(() -> matching.matched(caseId)).orElseThrow(), execution.getProcessInstanceId());
    }
}
