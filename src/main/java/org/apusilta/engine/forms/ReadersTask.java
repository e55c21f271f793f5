package org.apusilta.engine.forms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.Accounts;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Finds a task with its reader's rights: whoever may not see it learns no more than that there is none. */
@Component
class ReadersTask {

    private final TaskService tasks;
    private final RuntimeService instances;
    private final IdentityService identity;
    private final Accounts accounts;

    ReadersTask(TaskService tasks, RuntimeService instances, IdentityService identity, Accounts accounts) {
        this.tasks = tasks;
        this.instances = instances;
        this.identity = identity;
        this.accounts = accounts;
    }

    Optional<UUID> caseOf(String taskId, String reader) {
        return seen(taskId, reader).map(task -> instances.createProcessInstanceQuery()
                .processInstanceId(task.getProcessInstanceId()).singleResult().getBusinessKey()).map(UUID::fromString);
    }

    /** Leaves the thread without the reader's rights, so that the case is looked up with ours. */
    private Optional<Task> seen(String taskId, String reader) {
        List<String> groups = accounts.find(reader).map(account -> List.copyOf(account.groups())).orElse(List.of());
        identity.setAuthentication(reader, new ArrayList<>(groups));
        try {
            return Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult());
        } finally {
            identity.clearAuthentication();
        }
    }
}
