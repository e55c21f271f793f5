package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.RunningSupports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the client's side that their volunteer had to stop, and how it goes on. */
@Component
class TellVolunteerLeft implements JavaDelegate {

    private final RunningSupports supports;

    TellVolunteerLeft(RunningSupports supports) {
        this.supports = supports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        supports.tellVolunteerLeft(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
