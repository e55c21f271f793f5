package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Trainings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What is missing of the basics and of what the wished kinds need. */
@Component
class ReadTrainingNeeds implements JavaDelegate {

    private final Trainings trainings;

    ReadTrainingNeeds(Trainings trainings) {
        this.trainings = trainings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        boolean done = trainings.begin(person, execution.getProcessInstanceId());
        execution.setVariable("trainingState", done ? "DONE" : "MISSING");
        if (done) {
            execution.setVariable("trainingOutcome", "DONE");
        }
    }
}
