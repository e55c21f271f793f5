package org.apusilta.casefile.process;

import java.util.UUID;
import org.apusilta.casefile.internal.CaseOwners;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Whoever takes or does the first task of a case answers for the case from then on (R6), until it is handed over. */
@Component
class OwnerListener {

    private final CaseOwners owners;

    OwnerListener(CaseOwners owners) {
        this.owners = owners;
    }

    @EventListener(condition = "#task.eventName == 'assignment' or #task.eventName == 'complete' and #task.assignee == null")
    void touched(DelegateTask task) {
        var key = task.getExecution() == null ? null : task.getExecution().getProcessBusinessKey();
        if (key == null || key.length() != 36) {
            return;
        }
        var caller = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        var who = task.getAssignee() != null ? task.getAssignee() : caller == null ? null : caller.getUserId();
        if (who != null) {
            owners.first(UUID.fromString(key), who);
        }
    }
}
