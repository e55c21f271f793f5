package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Trainings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds who has trainings missing. */
@Component
class RemindOfTraining implements JavaDelegate {

    private final Trainings trainings;

    RemindOfTraining(Trainings trainings) {
        this.trainings = trainings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        trainings.remind(person);
    }
}
