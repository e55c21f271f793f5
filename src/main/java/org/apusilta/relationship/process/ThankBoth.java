package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.EndReason;
import org.apusilta.relationship.internal.RunningSupports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The support has come to its end: closes the case and thanks both (R24). */
@Component
class ThankBoth implements JavaDelegate {

    private final RunningSupports supports;

    ThankBoth(RunningSupports supports) {
        this.supports = supports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reason = (String) execution.getVariable("closingReason");
        supports.close(UUID.fromString(execution.getProcessBusinessKey()), reason == null ? EndReason.OTHER : EndReason.valueOf(reason));
    }
}
