package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Trainings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Looks again: done, missing, or stopped by a person. */
@Component
class ReviewTrainings implements JavaDelegate {

    private final Trainings trainings;

    ReviewTrainings(Trainings trainings) {
        this.trainings = trainings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        var state = trainings.review(person, "STOP".equals(execution.getVariable("trainingStep")));
        execution.setVariable("trainingState", state);
        if (!"MISSING".equals(state)) {
            execution.setVariable("trainingOutcome", state);
        }
    }
}
