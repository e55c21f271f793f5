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
    private final ChangeAgreementProcess changes;

    DraftAgreement(Agreeing agreements, @Lazy Matching matching, ChangeAgreementProcess changes) {
        this.agreements = agreements;
        this.matching = matching;
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        // one new version at a time: the newest reason to make one takes the place of an older
        agreements.madeBy(caseId).filter(other -> !other.equals(execution.getProcessInstanceId())).ifPresent(changes::dropMadeBy);
        agreements.draft(caseId, agreements.holdsWith(caseId).or(() -> matching.matched(caseId)).orElseThrow(), execution.getProcessInstanceId());
    }
}
