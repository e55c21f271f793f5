package org.apusilta.relationship.process;

import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.relationship.internal.Closings;
import org.apusilta.relationship.internal.EndReason;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The support ends now, for the reason and by the person that closeRelationship names; all access closes the same moment. */
@Component
class EndRelationship implements JavaDelegate {

    private final Closings closings;
    private final Workdays workdays;
    private final HistoryService history;

    EndRelationship(Closings closings, Workdays workdays, HistoryService history) {
        this.closings = closings;
        this.workdays = workdays;
        this.history = history;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var reason = (String) execution.getVariable("closingReason");
        closings.end(UUID.fromString(execution.getProcessBusinessKey()), reason == null ? EndReason.OTHER : EndReason.valueOf(reason),
                WhoDid.last(history, execution, "closeRelationship"), Closings.day(workdays.due(execution, "coolOff")));
    }
}
