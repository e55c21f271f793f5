package org.apusilta.volunteer.process;

import java.util.Optional;
import org.apusilta.volunteer.internal.Checks.Done;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.UserOperationLogEntry;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Who completed a step last, and when. */
@Component
class WhoDid {

    private final HistoryService history;

    WhoDid(@Lazy HistoryService history) {
        this.history = history;
    }

    /** @return who completed it, else whose task it was; empty when the engine knows neither */
    Optional<Done> last(String instanceId, String step) {
        return history.createHistoricTaskInstanceQuery().processInstanceId(instanceId).taskDefinitionKey(step).finished()
                .orderByHistoricTaskInstanceEndTime().desc().listPage(0, 1).stream().findFirst().flatMap(task ->
                        history.createUserOperationLogQuery().taskId(task.getId()).operationType(UserOperationLogEntry.OPERATION_TYPE_COMPLETE).list().stream()
                                .map(UserOperationLogEntry::getUserId).filter(java.util.Objects::nonNull).findFirst().or(() -> Optional.ofNullable(task.getAssignee()))
                                .map(by -> new Done(by, task.getEndTime().toInstant())));
    }
}
