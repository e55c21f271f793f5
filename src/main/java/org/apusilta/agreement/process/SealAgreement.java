package org.apusilta.agreement.process;

import java.util.UUID;
import org.apusilta.agreement.internal.Agreeing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Both have confirmed: from now on the agreement holds. */
@Component
class SealAgreement implements JavaDelegate {

    private final Agreeing agreements;

    SealAgreement(Agreeing agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        agreements.seal(caseId);
        execution.setVariable("agreementResult", "CONFIRMED");
    }
}
