package org.apusilta.casefile.process;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks of cases, and into whose hands they go: who may do that has been decided before. */
@Component
public class CaseTasks {

    /** @param key process and step: where the task's texts are @param team candidate group @param assignee username, null when nobody has claimed it */
    public record Open(String id, String key, String step, @Nullable String team, @Nullable String assignee) {}

    private final TaskService tasks;
    private final Ourselves ourselves;

    CaseTasks(@Lazy TaskService tasks, Ourselves ourselves) {
        this.tasks = tasks;
        this.ourselves = ourselves;
    }

    /** @return the open tasks of this case */
    public List<Open> of(UUID caseId) {
        return ourselves.call(() -> open(tasks.createTaskQuery().processInstanceBusinessKey(caseId.toString()).active().list()));
    }

    /** @param username null gives it back to its team */
    public void assign(Collection<Open> which, @Nullable String username) {
        ourselves.call(() -> {
            which.forEach(task -> tasks.setAssignee(task.id(), username));
            return null;
        });
    }

    private List<Open> open(List<Task> found) {
        return found.stream().map(task -> new Open(task.getId(),
                task.getProcessDefinitionId().split(":")[0] + "." + task.getTaskDefinitionKey(), task.getTaskDefinitionKey(),
                tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(group -> group != null).findFirst().orElse(null),
                task.getAssignee())).toList();
    }
}
