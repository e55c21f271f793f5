package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.CityAgreements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** From today on it is valid, and the volunteer insured. */
@Component
class SealCityAgreement implements JavaDelegate {

    private final CityAgreements agreements;

    SealCityAgreement(CityAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        agreements.seal(person);
        execution.setVariable("agreementOutcome", "CONFIRMED");
    }
}
