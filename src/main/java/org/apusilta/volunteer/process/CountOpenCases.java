package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.VolunteerChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Counts the cases that still hold on to who has left. */
@Component
class CountOpenCases implements JavaDelegate {

    private final VolunteerChanges changes;

    CountOpenCases(VolunteerChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("openCases", changes.unheard(UUID.fromString(execution.getProcessBusinessKey())));
    }
}
