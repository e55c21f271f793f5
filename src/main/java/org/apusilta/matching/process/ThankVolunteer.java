package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.matching.internal.AskingClient;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client said no: the volunteer is thanked and free again, without any mark (R21). */
@Component
class ThankVolunteer implements JavaDelegate {

    private final AskingClient asking;

    ThankVolunteer(AskingClient asking) {
        this.asking = asking;
    }

    @Override
    public void execute(DelegateExecution execution) {
        asking.thank(UUID.fromString((String) execution.getVariable("offerId")));
    }
}
