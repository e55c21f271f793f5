package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.RunningSupports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** This support ends; a new request goes on from it. */
@Component
class RequestAnotherVolunteer implements JavaDelegate {

    private final RunningSupports supports;

    RequestAnotherVolunteer(RunningSupports supports) {
        this.supports = supports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supports.changeVolunteer(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
