package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.VolunteerChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The rest is over: welcomes the volunteer back. */
@Component
class TellReturn implements JavaDelegate {

    private final VolunteerChanges changes;

    TellReturn(VolunteerChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.tellReturn(VolunteerChangeProcess.change(execution));
    }
}
