package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.VolunteerChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sets the day on which the data of who has left is to be erased. */
@Component
class StartRetention implements JavaDelegate {

    private final VolunteerChanges changes;

    StartRetention(VolunteerChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.startRetention(VolunteerChangeProcess.change(execution));
    }
}
