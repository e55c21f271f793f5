package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.CityAgreements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes the next version from the template that counts today. */
@Component
class DraftCityAgreement implements JavaDelegate {

    private final CityAgreements agreements;

    DraftCityAgreement(CityAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        agreements.draft(person, execution.getProcessInstanceId());
    }
}
