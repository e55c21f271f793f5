package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.CareDue;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens today's round; its id becomes the instance's key, so that a step that fails is told of. One round a day. */
@Component
class OpenCareRound implements JavaDelegate {

    private final CareDue due;

    OpenCareRound(CareDue due) {
        this.due = due;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var id = UUID.randomUUID();
        due.openRound(id);
        execution.setProcessBusinessKey(id.toString());
    }
}
