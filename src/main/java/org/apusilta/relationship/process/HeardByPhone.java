package org.apusilta.relationship.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.apusilta.agreement.AgreementChanges;
import org.apusilta.engine.Words;
import org.apusilta.relationship.internal.Drifts.Outside;
import org.apusilta.relationship.internal.Hearing;
import org.apusilta.relationship.internal.Visits;
import org.apusilta.relationship.internal.Visits.Answer;
import org.apusilta.relationship.internal.Visits.Medium;
import org.apusilta.relationship.internal.Visits.Said;
import org.apusilta.relationship.internal.Worries;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps in our tables what a coordinator heard by phone in {@code checkContact} and {@code agreeOutcome}, as each is completed. */
@Component
class HeardByPhone {

    private final Visits visits;
    private final Worries worries;
    private final Hearing hearing;
    private final Words words;
    private final AgreementChanges changes;
    private final Clock clock;

    HeardByPhone(Visits visits, Worries worries, Hearing hearing, Words words, AgreementChanges changes, Clock clock) {
        this.visits = visits;
        this.worries = worries;
        this.hearing = hearing;
        this.words = words;
        this.changes = changes;
        this.clock = clock;
    }

    @EventListener(condition = "#task.eventName == 'complete' && #task.taskDefinitionKey == 'checkContact'")
    void contactChecked(DelegateTask task) {
        var caseId = UUID.fromString(task.getExecution().getProcessBusinessKey());
        var minutes = (Integer) task.getVariable("visitMinutes");
        if (minutes != null) {
            var medium = (String) task.getVariable("visitMedium");
            visits.heard(caseId, LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki"))),
                    new Said(Answer.DONE, null, minutes, medium == null ? null : Medium.valueOf(medium), null), Outside.NOTHING, by(task));
        }
        if ("WORRY".equals(task.getVariable("contactOutcome"))) {
            worries.found(caseId);
        }
    }

    @EventListener(condition = "#task.eventName == 'complete' && #task.taskDefinitionKey == 'agreeOutcome'")
    void outcomeAgreed(DelegateTask task) {
        var caseId = UUID.fromString(task.getExecution().getProcessBusinessKey());
        hearing.heard(caseId, (String) task.getVariable("clientWish"), (String) task.getVariable("volunteerWish"));
        if ("AGREEMENT".equals(task.getVariable("mediationOutcome"))) {
            words.at(task.getId(), "note").ifPresent(why -> changes.because(caseId, AgreementChanges.Reason.OTHER, why, by(task)));
        }
    }

    static String by(DelegateTask task) {
        var caller = task.getProcessEngineServices().getIdentityService().getCurrentAuthentication();
        var name = caller == null ? task.getAssignee() : caller.getUserId();
        return name == null ? "-" : name;
    }
}
