package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.matching.Waiting.Answer;
import org.apusilta.matching.internal.WaitingCare;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps what a client who waits said on the phone at the moment the coordinator records it: with what they noted, and who they are. */
@Component
class HeardOnThePhone {

    private static final String TASK = "callWaitingClient";

    private final WaitingCare care;
    private final Words words;
    private final IdentityService identity;

    HeardOnThePhone(WaitingCare care, Words words, @Lazy IdentityService identity) {
        this.care = care;
        this.words = words;
        this.identity = identity;
    }

    @EventListener(condition = "#task.eventName == 'complete' && #task.taskDefinitionKey == 'callWaitingClient'")
    void completed(DelegateTask task) {
        var answer = (String) task.getVariable("waitingAnswer");
        var interim = (String) task.getVariable("interimChoice");
        if (answer != null) {
            care.answer(UUID.fromString((String) task.getVariable("contactId")), Answer.valueOf(answer), interim == null ? null : UUID.fromString(interim),
                    note(task), "PHONE", by(task));
        }
    }

    private @Nullable String by(DelegateTask task) {
        var login = identity.getCurrentAuthentication();
        return login == null || login.getUserId() == null ? task.getAssignee() : login.getUserId();
    }

    private @Nullable String note(DelegateTask task) {
        return words.of(UUID.fromString(task.getExecution().getProcessBusinessKey())).stream()
                .filter(word -> word.taskKey().equals(TASK) && !word.writtenAt().isBefore(task.getCreateTime().toInstant()))
                .reduce((earlier, later) -> later).map(Words.Word::text).orElse(null);
    }
}
