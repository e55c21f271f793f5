package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Checks.Done;
import org.apusilta.volunteer.internal.CityAgreements;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes in the answer by link, or what was said by phone or signed on paper. */
@Component
class RecordCityConfirmation implements JavaDelegate {

    private final CityAgreements agreements;
    private final WhoDid who;

    RecordCityConfirmation(CityAgreements agreements, WhoDid who) {
        this.agreements = agreements;
        this.who = who;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        var by = who.last(execution.getProcessInstanceId(), "collectCityConfirmation").map(Done::by).orElse(null);
        execution.setVariable("cityAgreementState", agreements.record(person, (String) execution.getVariable("cityConfirmation"), by));
    }
}
