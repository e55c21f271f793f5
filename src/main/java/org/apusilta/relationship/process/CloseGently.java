package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.Closings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** It faded out: both hear a gentle goodbye, without questions. */
@Component
class CloseGently implements JavaDelegate {

    private final Closings closings;

    CloseGently(Closings closings) {
        this.closings = closings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        closings.goodbye(UUID.fromString(execution.getProcessBusinessKey()));
    }
}
