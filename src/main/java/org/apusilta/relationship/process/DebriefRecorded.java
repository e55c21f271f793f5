package org.apusilta.relationship.process;

import java.time.LocalDate;
import java.util.UUID;
import org.apusilta.relationship.internal.Closings;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what came of {@code debriefVolunteer} as it is completed: until when the volunteer is not to be proposed, and that somebody talked with them. */
@Component
class DebriefRecorded {

    private final Closings closings;

    DebriefRecorded(Closings closings) {
        this.closings = closings;
    }

    @EventListener(condition = "#task.eventName == 'complete' && #task.taskDefinitionKey == 'debriefVolunteer'")
    void completed(DelegateTask task) {
        var caseId = UUID.fromString(task.getExecution().getProcessBusinessKey());
        if (task.getVariable("restUntil") instanceof String day) {
            closings.rest(caseId, LocalDate.parse(day), HeardByPhone.by(task));
        }
        if (task.getVariable("debriefOutcome") instanceof String outcome && !outcome.equals("NOT_WANTED")) {
            closings.talkedOver(caseId, HeardByPhone.by(task));
        }
    }
}
