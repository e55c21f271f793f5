package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.CityAgreements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds who has not confirmed. */
@Component
class RemindCitySigner implements JavaDelegate {

    private final CityAgreements agreements;

    RemindCitySigner(CityAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        agreements.remind(person);
    }
}
