package org.apusilta.partner.process;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.partner.HandOffs.Consent;
import org.apusilta.partner.internal.HandingOff;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what people do at this process's tasks at the moment they do it: the consent with who recorded it, and that a partner was silent. */
@Component
class HandOffTasks {

    private static final String PREPARE = "prepareHandOff";

    /** Without all of these the drawing leads back to the person. */
    private static final List<String> NEEDED = List.of("handOffDecision", "chosenPartnerId", "sharedContact", "consentFrom", "consentHow", "consentOn");

    private final HandingOff handingOff;
    private final Words words;
    private final IdentityService identity;

    HandOffTasks(HandingOff handingOff, Words words, @Lazy IdentityService identity) {
        this.handingOff = handingOff;
        this.words = words;
        this.identity = identity;
    }

    @EventListener(condition = "#task.eventName == 'complete' && #task.taskDefinitionKey == 'prepareHandOff'")
    void prepared(DelegateTask task) {
        if ("CANCEL".equals(task.getVariable("handOffDecision"))) {
            handingOff.drop(handOff(task));
            offeredElse(task, "");
        } else if (NEEDED.stream().noneMatch(name -> task.getVariable(name) == null)) {
            var consent = new Consent(text(task, "consentFrom"), text(task, "consentHow"), LocalDate.parse(text(task, "consentOn")), by(task));
            handingOff.prepared(handOff(task), UUID.fromString(text(task, "chosenPartnerId")), summary(task), text(task, "sharedContact"), consent);
            offeredElse(task, text(task, "chosenPartnerId"));
        }
    }

    private void offeredElse(DelegateTask task, String chosen) {
        var offered = (String) task.getVariable("offeredPartnerId");
        if (offered != null && !offered.equals(chosen)) {
            handingOff.notPassed(handOff(task), UUID.fromString(offered));
        }
    }

    @EventListener(condition = "#task.eventName == 'create' && #task.taskDefinitionKey == 'callPartner'")
    void silent(DelegateTask task) {
        handingOff.silent(handOff(task));
    }

    private @Nullable String summary(DelegateTask task) {
        return words.of(UUID.fromString(task.getExecution().getProcessBusinessKey())).stream()
                .filter(word -> word.taskKey().equals(PREPARE) && word.field().equals("summary") && !word.writtenAt().isBefore(task.getCreateTime().toInstant()))
                .reduce((earlier, later) -> later).map(Words.Word::text).orElse(null);
    }

    private @Nullable String by(DelegateTask task) {
        var login = identity.getCurrentAuthentication();
        return login == null || login.getUserId() == null ? task.getAssignee() : login.getUserId();
    }

    private static UUID handOff(DelegateTask task) {
        return UUID.fromString(text(task, "handOffId"));
    }

    private static String text(DelegateTask task, String variable) {
        return (String) task.getVariable(variable);
    }
}
