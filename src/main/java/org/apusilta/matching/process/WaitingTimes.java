package org.apusilta.matching.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apusilta.engine.Workdays;
import org.apusilta.matching.internal.WaitingCare;
import org.camunda.bpm.engine.DecisionService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * When whoever waits hears from us, by the DMN {@code waitingCare}. Public because the drawings call it. A day once planned is kept
 * with the case and stays, also when the case leaves the queue and comes back.
 */
@Component
public class WaitingTimes {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int MORNING = 9;

    private record Rhythm(int nextContactDays, int callDays) {}

    private final WaitingCare care;
    private final Workdays workdays;
    private final DecisionService decisions;
    private final Clock clock;

    /** The table's answers, read once: it changes with a deployment, so with a start. */
    private final Map<String, Rhythm> rhythms = new ConcurrentHashMap<>();

    WaitingTimes(WaitingCare care, Workdays workdays, @Lazy DecisionService decisions, Clock clock) {
        this.care = care;
        this.workdays = workdays;
        this.decisions = decisions;
        this.clock = clock;
    }

    /** @return the morning on which we write next; planned now, counted from today, when it was not planned before */
    public Date contactDue(DelegateExecution execution) {
        var caseId = caseOf(execution);
        care.begin(caseId);
        var day = care.planned(caseId).orElseGet(() -> plan(caseId, rhythm(String.valueOf(execution.getVariable("urgency")), number(execution))));
        return workdays.at(day.toString(), MORNING);
    }

    /** @return the how-manyth time it is that we are in touch, from 1 */
    public int number(DelegateExecution execution) {
        return care.contacts(caseOf(execution)) + 1;
    }

    private LocalDate plan(UUID caseId, Rhythm rhythm) {
        var contact = workdays.add(LocalDate.now(clock.withZone(HELSINKI)), rhythm.nextContactDays());
        care.plan(caseId, contact, workdays.add(contact, rhythm.callDays()));
        return contact;
    }

    private Rhythm rhythm(String urgency, int number) {
        return rhythms.computeIfAbsent(urgency + number, key -> {
            var found = decisions.evaluateDecisionTableByKey("waitingCare", Variables.createVariables().putValue("urgency", urgency).putValue("contactNumber", number))
                    .getSingleResult();
            return new Rhythm(found.getEntry("nextContactDays"), found.getEntry("callDays"));
        });
    }

    private static UUID caseOf(DelegateExecution execution) {
        return UUID.fromString(execution.getProcessBusinessKey());
    }
}
