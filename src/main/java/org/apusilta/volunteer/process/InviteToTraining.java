package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Trainings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Invites to what is missing, with a link to sign up by. */
@Component
class InviteToTraining implements JavaDelegate {

    private final Trainings trainings;

    InviteToTraining(Trainings trainings) {
        this.trainings = trainings;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        trainings.invite(person);
    }
}
