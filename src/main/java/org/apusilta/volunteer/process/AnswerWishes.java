package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.VolunteerChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the volunteer what became of their wishes. */
@Component
class AnswerWishes implements JavaDelegate {

    private final VolunteerChanges changes;

    AnswerWishes(VolunteerChanges changes) {
        this.changes = changes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        changes.answerWishes(VolunteerChangeProcess.change(execution));
    }
}
