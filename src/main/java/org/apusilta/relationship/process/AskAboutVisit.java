package org.apusilta.relationship.process;

import java.time.LocalDate;
import java.util.UUID;
import org.apusilta.relationship.internal.Visits;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the volunteer how the visit of that day went. */
@Component
class AskAboutVisit implements JavaDelegate {

    private final Visits visits;

    AskAboutVisit(Visits visits) {
        this.visits = visits;
    }

    @Override
    public void execute(DelegateExecution execution) {
        visits.ask(UUID.fromString(execution.getProcessBusinessKey()), LocalDate.parse((String) execution.getVariable("visitDay")));
    }
}
