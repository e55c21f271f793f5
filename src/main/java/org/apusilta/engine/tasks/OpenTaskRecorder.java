package org.apusilta.engine.tasks;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps {@code open_task} the same as the engine's tasks, in the engine's own transaction: what is rolled back was never here either. */
@Component
class OpenTaskRecorder {

    private final OpenTaskTable table;

    OpenTaskRecorder(OpenTaskTable table) {
        this.table = table;
    }

    @EventListener
    void changed(DelegateTask task) {
        var key = task.getExecution() == null ? null : task.getExecution().getProcessBusinessKey();
        if (!OpenTaskTable.isCase(key)) {
            return;
        }
        switch (task.getEventName()) {
            case TaskListener.EVENTNAME_COMPLETE, TaskListener.EVENTNAME_DELETE -> table.remove(task.getId());
            case TaskListener.EVENTNAME_CREATE, TaskListener.EVENTNAME_ASSIGNMENT, TaskListener.EVENTNAME_UPDATE -> table.put(row(task, UUID.fromString(key)));
            default -> { }
        }
    }

    private static OpenTaskTable.Row row(DelegateTask task, UUID caseId) {
        var team = task.getCandidates().stream().filter(link -> IdentityLinkType.CANDIDATE.equals(link.getType()))
                .map(IdentityLink::getGroupId).filter(group -> group != null).findFirst().orElse(null);
        var urgency = task.getVariable("urgency");
        return new OpenTaskTable.Row(task.getId(), caseId, task.getProcessDefinitionId().split(":")[0], task.getTaskDefinitionKey(), team,
                task.getAssignee(), urgency == null ? null : urgency.toString(), task.getPriority(),
                task.getDueDate() == null ? null : task.getDueDate().toInstant(), task.getCreateTime().toInstant());
    }
}
