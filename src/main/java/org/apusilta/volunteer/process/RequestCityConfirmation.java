package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.CityAgreements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Fixes the words and asks the volunteer to confirm them. */
@Component
class RequestCityConfirmation implements JavaDelegate {

    private final CityAgreements agreements;

    RequestCityConfirmation(CityAgreements agreements) {
        this.agreements = agreements;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        agreements.ask(person);
    }
}
