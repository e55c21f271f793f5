package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.VolunteerChanges;
import org.apusilta.volunteer.internal.VolunteerChanges.Outcome;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what a person made of a volunteer's wishes in {@code reviewWishes}, as it is completed. */
@Component
class WishesReviewed {

    private final VolunteerChanges changes;

    WishesReviewed(VolunteerChanges changes) {
        this.changes = changes;
    }

    @EventListener(condition = "#task.eventName == 'complete' && #task.taskDefinitionKey == 'reviewWishes'")
    void completed(DelegateTask task) {
        var outcome = (String) task.getVariable("wishOutcome");
        if (outcome != null) {
            changes.settle(VolunteerChangeProcess.change(task), Outcome.valueOf(outcome), by(task));
        }
    }

    private static String by(DelegateTask task) {
        var caller = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        var name = caller == null ? task.getAssignee() : caller.getUserId();
        return name == null ? "-" : name;
    }
}
