package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.VolunteerChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Thanks and says goodbye by letter, where nothing hard has happened. */
@Component
class SayFarewell implements JavaDelegate {

    private final VolunteerChanges changes;

    SayFarewell(VolunteerChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.farewell(VolunteerChangeProcess.change(execution));
    }
}
