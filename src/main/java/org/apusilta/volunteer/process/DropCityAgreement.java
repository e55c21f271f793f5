package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.CityAgreements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Nothing is signed; links are taken back. */
@Component
class DropCityAgreement implements JavaDelegate {

    private final CityAgreements agreements;

    DropCityAgreement(CityAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        agreements.drop(person);
        execution.setVariable("agreementOutcome", "STOPPED");
    }
}
