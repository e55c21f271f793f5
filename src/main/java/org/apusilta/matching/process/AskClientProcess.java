package org.apusilta.matching.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Listening;
import org.apusilta.engine.Ourselves;
import org.apusilta.matching.internal.AskingClient;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells ask-client what happened outside. The only one to do so. */
@Component
public class AskClientProcess {

    private static final String CLIENT_ANSWERED = "ClientAnswered";

    private final Listening listening;
    private final TaskService tasks;
    private final HistoryService history;
    private final Ourselves ourselves;
    private final AskingClient asking;

    AskClientProcess(Listening listening, TaskService tasks, HistoryService history, Ourselves ourselves, AskingClient asking) {
        this.listening = listening;
        this.tasks = tasks;
        this.history = history;
        this.ourselves = ourselves;
        this.asking = asking;
    }

    /**
     * Keeps the client's answer by link and lets the process go on.
     *
     * @return false when it came too late: answered before, also by phone, or the search has gone on
     */
    @Transactional
    public boolean answered(UUID offerId, boolean yes) {
        return ourselves.call(() -> {
            var instance = asking.waiting(offerId).filter(this::awaits);
            if (instance.isEmpty() || !asking.answer(offerId, yes)) {
                return false;
            }
            listening.mustHear(instance.get(), CLIENT_ANSWERED, Map.of());
            return true;
        });
    }

    /** @return whether the client's answer by link is still awaited */
    public boolean awaits(UUID offerId) {
        return ourselves.call(() -> asking.waiting(offerId).filter(this::awaits).isPresent());
    }

    /** @return the offer this task is about */
    public UUID offer(String taskId) {
        return ourselves.call(() -> UUID.fromString((String) tasks.getVariable(taskId, "offerId")));
    }

    private boolean awaits(String instanceId) {
        return listening.waits(instanceId, CLIENT_ANSWERED);
    }

    /** @return who completed the coordinator's step last, null when nobody did */
    @Nullable String whoRecorded(String instanceId) {
        var round = history.createHistoricTaskInstanceQuery().processInstanceId(instanceId).taskDefinitionKey("confirmWithClient").taskDeleteReason("completed")
                .orderByHistoricTaskInstanceEndTime().desc().listPage(0, 1);
        return round.isEmpty() ? null : history.createUserOperationLogQuery().taskId(round.get(0).getId())
                .operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE).list().stream()
                .findFirst().map(UserOperationLogEntry::getUserId).orElse(round.get(0).getAssignee());
    }
}
