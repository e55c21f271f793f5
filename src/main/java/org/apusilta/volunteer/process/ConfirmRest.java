package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.VolunteerChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Confirms a rest by mail, with its last day. */
@Component
class ConfirmRest implements JavaDelegate {

    private final VolunteerChanges changes;

    ConfirmRest(VolunteerChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.confirmRest(VolunteerChangeProcess.change(execution));
    }
}
