package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.relationship.internal.CheckIns;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps in our tables what the coordinator heard by phone and found out in {@code followUp}, as it is completed. */
@Component
class FollowUpRecorded {

    private final CheckIns checkIns;

    FollowUpRecorded(CheckIns checkIns) {
        this.checkIns = checkIns;
    }

    @EventListener(condition = "#task.eventName == 'complete' && #task.taskDefinitionKey == 'followUp'")
    void completed(DelegateTask task) {
        checkIns.followedUp(UUID.fromString(task.getExecution().getProcessBusinessKey()), (Integer) task.getVariable("clientWellbeing"),
                (Integer) task.getVariable("volunteerWellbeing"), "CONCERN".equals(task.getVariable("followUpOutcome")));
    }
}
