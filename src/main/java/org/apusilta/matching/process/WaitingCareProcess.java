package org.apusilta.matching.process;

import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.engine.Words;
import org.apusilta.matching.Waiting.Answer;
import org.apusilta.matching.internal.WaitingCare;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Tells waiting-care what happened outside, and the request what happened in it. The only one to do so. */
@Component
public class WaitingCareProcess {

    private static final String ANSWERED = "StillWantedAnswered";
    private static final String CALL = "callWaitingClient";

    private final RuntimeService runtime;
    private final HistoryService history;
    private final Ourselves ourselves;
    private final WaitingCare care;
    private final Words words;
    private final HelpRequests requests;

    WaitingCareProcess(RuntimeService runtime, HistoryService history, Ourselves ourselves, WaitingCare care, Words words, HelpRequests requests) {
        this.runtime = runtime;
        this.history = history;
        this.ourselves = ourselves;
        this.care = care;
        this.words = words;
        this.requests = requests;
    }

    /**
     * Keeps an answer that is awaited, and lets the process go on.
     *
     * @param interim what the client would like meanwhile, null when nothing
     * @param by the account that heard it, null when the client answered by link
     * @return false when it came too late: answered before, a coordinator calls already, or the wait is over
     */
    @Transactional
    public boolean answered(UUID contactId, Answer answer, @Nullable UUID interim, @Nullable String said, @Nullable String by) {
        return ourselves.call(() -> {
            var instance = waiting(contactId);
            if (instance.isEmpty() || !care.answer(contactId, answer, interim, said, by == null ? "LINK" : "PHONE", by)) {
                return false;
            }
            runtime.createMessageCorrelation(ANSWERED).processInstanceId(instance.get()).setVariable("waitingAnswer", answer.name()).correlate();
            return true;
        });
    }

    /** @return whether an answer by link is still awaited */
    public boolean awaits(UUID contactId) {
        return ourselves.call(() -> waiting(contactId).isPresent());
    }

    private Optional<String> waiting(UUID contactId) {
        return care.question(contactId).filter(WaitingCare.Question::awaited).map(WaitingCare.Question::instanceId).filter(instance ->
                runtime.createExecutionQuery().processInstanceId(instance).messageEventSubscriptionName(ANSWERED).count() == 1);
    }

    /** Keeps what was heard when the coordinator called; nothing when nothing was decided. */
    void keepHeard(String instanceId, String caseId, String contactId, @Nullable String answer, @Nullable String interim) {
        if (answer != null) {
            // none when the step and what follows from it run in one transaction, as in the demo: history is written at its end
            var task = history.createHistoricTaskInstanceQuery().processInstanceId(instanceId).taskDefinitionKey(CALL).taskDeleteReason("completed")
                    .orderByHistoricTaskInstanceEndTime().desc().listPage(0, 1).stream().findFirst();
            var by = task.map(called -> history.createUserOperationLogQuery().taskId(called.getId()).operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE).list().stream()
                    .findFirst().map(UserOperationLogEntry::getUserId).orElse(called.getAssignee())).orElse("-");
            var note = task.flatMap(called -> words.of(UUID.fromString(caseId)).stream().filter(word -> word.taskKey().equals(CALL) && !word.writtenAt().isBefore(called.getStartTime().toInstant()))
                    .reduce((earlier, later) -> later)).map(Words.Word::text).orElse(null);
            care.answer(UUID.fromString(contactId), Answer.valueOf(answer), interim == null ? null : UUID.fromString(interim), note, "PHONE", by);
        }
    }

    /**
     * At the end of this transaction, still within it: the withdrawal ends the very process that asks for it, and no process can
     * be ended from inside one of its own steps.
     */
    void takeBack(UUID caseId) {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void beforeCommit(boolean readOnly) {
                requests.withdraw(caseId, HelpRequests.Who.CLIENT);
            }
        });
    }
}
