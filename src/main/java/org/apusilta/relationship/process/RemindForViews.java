package org.apusilta.relationship.process;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.relationship.internal.Hearing;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Reminds whoever has not said how they see it. */
@Component
class RemindForViews implements JavaDelegate {

    private final Hearing hearing;
    private final Workdays workdays;

    RemindForViews(Hearing hearing, Workdays workdays) {
        this.hearing = hearing;
        this.workdays = workdays;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var answerBy = LocalDate.ofInstant(workdays.due(execution, "viewsOverdue").toInstant(), ZoneId.of("Europe/Helsinki"));
        hearing.ask(UUID.fromString(execution.getProcessBusinessKey()), answerBy);
    }
}
