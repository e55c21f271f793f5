package org.apusilta.relationship.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.relationship.internal.Hearing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks both sides how they see it, before anything is agreed. */
@Component
class AskForViews implements JavaDelegate {

    private final Hearing hearing;
    private final Workdays workdays;

    AskForViews(Hearing hearing, Workdays workdays) {
        this.hearing = hearing;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answerBy = LocalDate.ofInstant(workdays.due(execution, "viewsOverdue").toInstant(), ZoneId.of("Europe/Helsinki"));
        hearing.ask(UUID.fromString(execution.getProcessBusinessKey()), answerBy);
    }
}
