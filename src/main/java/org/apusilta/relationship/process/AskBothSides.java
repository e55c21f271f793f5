package org.apusilta.relationship.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.relationship.internal.RunningSupports;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks client and volunteer how it goes, and says until when an answer is waited for. */
@Component
class AskBothSides implements JavaDelegate {

    private final RunningSupports supports;
    private final Workdays workdays;

    AskBothSides(RunningSupports supports, Workdays workdays) {
        this.supports = supports;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answerBy = LocalDate.ofInstant(workdays.due(execution, "checkInsOverdue").toInstant(), ZoneId.of("Europe/Helsinki"));
        supports.askBothSides(UUID.fromString(execution.getProcessBusinessKey()), answerBy);
    }
}
