package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Recreations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes the event with those who came, and forgets who said no. */
@Component
class NoteRecreation implements JavaDelegate {

    private final Recreations recreations;

    NoteRecreation(Recreations recreations) {
        this.recreations = recreations;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recreations.note(UUID.fromString(execution.getProcessBusinessKey()), !"NOT_HELD".equals(execution.getVariable("attendanceOutcome")));
    }
}
