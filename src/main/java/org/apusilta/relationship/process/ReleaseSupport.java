package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.RunningSupports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The volunteer has left: the support ends, and a new request that remembers begins, unless it was ending anyway. */
@Component
class ReleaseSupport implements JavaDelegate {

    private final RunningSupports supports;

    ReleaseSupport(RunningSupports supports) {
        this.supports = supports;
    }

    @Override
    public void execute(DelegateExecution execution) {
        boolean ending = java.util.stream.Stream.of("followUpOutcome", "concernOutcome", "mediationOutcome").anyMatch(name -> "END".equals(execution.getVariable(name)));
        supports.volunteerLeft(UUID.fromString(execution.getProcessBusinessKey()), ending);
    }
}
