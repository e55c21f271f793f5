package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.relationship.internal.Closings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The client has died: everything ends and closes in silence. Says who must hear of it from a person. */
@Component
class CloseForDeath implements JavaDelegate {

    private final Closings closings;
    private final Workdays workdays;

    CloseForDeath(Closings closings, Workdays workdays) {
        this.closings = closings;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var tell = closings.died(UUID.fromString(execution.getProcessBusinessKey()), Closings.day(workdays.due(execution, "coolOff")));
        execution.setVariable("volunteerKnew", tell.volunteer());
        execution.setVariable("othersToTell", tell.others());
    }
}
