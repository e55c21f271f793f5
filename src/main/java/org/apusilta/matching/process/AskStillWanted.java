package org.apusilta.matching.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.apusilta.engine.Workdays;
import org.apusilta.matching.internal.WaitingCare;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Asks the client whether the help is still wanted, when they can be written to and nobody else speaks with them now. */
@Component
class AskStillWanted implements JavaDelegate {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final WaitingCare care;
    private final Workdays workdays;
    private final Clock clock;

    AskStillWanted(WaitingCare care, Workdays workdays, Clock clock) {
        this.care = care;
        this.workdays = workdays;
        this.clock = clock;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var today = LocalDate.now(clock.withZone(HELSINKI));
        var promised = workdays.add(today, (Integer) execution.getVariable("callDays"));
        var asked = care.ask(UUID.fromString(execution.getProcessBusinessKey()), execution.getProcessInstanceId(), promised, today);
        execution.setVariable("contactWay", asked.way().name());
        execution.setVariable("contactId", asked.contactId() == null ? null : asked.contactId().toString());
        execution.setVariable("promisedContact", asked.contactId() == null ? null : care.promised(asked.contactId()).toString());
    }
}
