package org.apusilta.agreement.process;

import java.util.UUID;
import org.apusilta.agreement.internal.Agreeing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** No agreement came about, nobody’s fault; open links are taken back. One that held before goes on holding. */
@Component
class AbandonAgreement implements JavaDelegate {

    private final Agreeing agreements;

    AbandonAgreement(Agreeing agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        agreements.drop(caseId);
        execution.setVariable("agreementResult", "STOPPED");
    }
}
