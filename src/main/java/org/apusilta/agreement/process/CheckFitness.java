package org.apusilta.agreement.process;

import java.util.UUID;
import org.apusilta.agreement.internal.Agreeing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks once more whether the volunteer has what this help needs: weeks may have passed since the offer. */
@Component
class CheckFitness implements JavaDelegate {

    private final Agreeing agreements;

    CheckFitness(Agreeing agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var lacks = agreements.lacks(UUID.fromString(execution.getProcessBusinessKey()));
        execution.setVariable("volunteerLacks", lacks.isEmpty() ? null : String.join(" ", lacks));
    }
}
