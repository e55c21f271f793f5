package org.apusilta.casefile.process;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.engine.Ourselves;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.VariableInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.stereotype.Component;

/** Which tasks the caller may see, as the engine's own authorisations say. The engine knows the caller on {@code /api/tasks/**}. */
@Component
public class VisibleTasks {

    /**
     * @param key process and step, such as {@code help-request.screenRequest}: where the task's texts are
     * @param urgency NORMAL, SOON or URGENT
     */
    public record VisibleTask(String id, UUID caseId, String key, String name, String urgency) {}

    private final TaskService tasks;
    private final RuntimeService running;
    private final IdentityService identity;
    private final Ourselves ourselves;

    VisibleTasks(TaskService tasks, RuntimeService running, IdentityService identity, Ourselves ourselves) {
        this.tasks = tasks;
        this.running = running;
        this.identity = identity;
        this.ourselves = ourselves;
    }

    /** @return the task, when the caller may see it */
    public Optional<VisibleTask> find(String taskId) {
        return all(List.of(taskId)).stream().findFirst();
    }

    /** @return those of the tasks that the caller may see, in no order */
    public List<VisibleTask> all(Collection<String> taskIds) {
        if (taskIds.isEmpty() || identity.getCurrentAuthentication() == null) {
            return List.of();   // the engine checks nothing for a caller it does not know
        }
        var seen = tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list();
        var ofInstance = perInstance(seen);
        var urgencies = urgencies(ofInstance.keySet());
        return seen.stream().filter(t -> ofInstance.containsKey(t.getProcessInstanceId()))
                .map(t -> new VisibleTask(t.getId(), ofInstance.get(t.getProcessInstanceId()),
                        t.getProcessDefinitionId().split(":")[0] + "." + t.getTaskDefinitionKey(), t.getName(),
                        urgencies.getOrDefault(t.getProcessInstanceId(), "NORMAL")))
                .toList();
    }

    /** Who may see a task may see its case's key and urgency, yet has no right to instances. */
    private Map<String, UUID> perInstance(List<Task> seen) {
        var ids = seen.stream().map(Task::getProcessInstanceId).filter(i -> i != null).collect(Collectors.toSet());
        return ids.isEmpty() ? Map.of() : ourselves.call(() -> running.createProcessInstanceQuery().processInstanceIds(ids).list().stream()
                .filter(i -> i.getBusinessKey() != null)
                .collect(Collectors.toMap(i -> i.getId(), i -> UUID.fromString(i.getBusinessKey()))));
    }

    private Map<String, String> urgencies(Collection<String> instances) {
        return instances.isEmpty() ? Map.of() : ourselves.call(() -> running.createVariableInstanceQuery().variableName("urgency")
                .processInstanceIdIn(instances.toArray(String[]::new)).list().stream()
                .filter(v -> v.getValue() != null)
                .collect(Collectors.toMap(VariableInstance::getProcessInstanceId, v -> v.getValue().toString(), (a, b) -> a)));
    }
}
