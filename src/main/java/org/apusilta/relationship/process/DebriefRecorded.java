package org.apusilta.relationship.process;

import java.time.LocalDate;
import java.util.UUID;
import org.apusilta.relationship.internal.Closings;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps until when a volunteer is not to be proposed, as agreed in {@code debriefVolunteer}, as it is completed. */
@Component
class DebriefRecorded {

    private final Closings closings;

    DebriefRecorded(Closings closings) {
        this.closings = closings;
    }

    @EventListener(condition = "#task.eventName == 'complete' && #task.taskDefinitionKey == 'debriefVolunteer'")
    void completed(DelegateTask task) {
        if (task.getVariable("restUntil") instanceof String day) {
            closings.rest(UUID.fromString(task.getExecution().getProcessBusinessKey()), LocalDate.parse(day), task.getAssignee() == null ? "-" : task.getAssignee());
        }
    }
}
