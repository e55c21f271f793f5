package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.matching.internal.Brokering;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps a coordinator's choice at the moment it is made: later nobody could say who made it and what the list was. */
@Component
class ChoiceKept {

    private static final String TASK = "chooseVolunteer";

    private final Brokering brokering;
    private final Words words;
    private final IdentityService identity;

    ChoiceKept(Brokering brokering, Words words, @Lazy IdentityService identity) {
        this.brokering = brokering;
        this.words = words;
        this.identity = identity;
    }

    @EventListener(condition = "#task.eventName == 'complete' && #task.taskDefinitionKey == 'chooseVolunteer'")
    void completed(DelegateTask task) {
        var caseId = UUID.fromString(task.getExecution().getProcessBusinessKey());
        var chosen = (String) task.getVariable("chosenVolunteerId");
        brokering.chosen(caseId, task.getId(), chosen == null || chosen.equals("NOBODY") ? null : UUID.fromString(chosen), by(task), reason(task, caseId));
    }

    private @Nullable String by(DelegateTask task) {
        var login = identity.getCurrentAuthentication();
        return login == null ? task.getAssignee() : login.getUserId();
    }

    private @Nullable String reason(DelegateTask task, UUID caseId) {
        return words.of(caseId).stream()
                .filter(word -> word.taskKey().equals(TASK) && word.field().equals("reason") && !word.writtenAt().isBefore(task.getCreateTime().toInstant()))
                .reduce((earlier, later) -> later).map(Words.Word::text).orElse(null);
    }
}
