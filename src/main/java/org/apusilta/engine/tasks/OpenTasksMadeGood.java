package org.apusilta.engine.tasks;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Makes {@code open_task} say exactly what the engine says, at each start: for tasks older than the table, and in case one was missed. */
@Component
@Order(-5)
class OpenTasksMadeGood implements ApplicationRunner {

    private static final int PAGE = 500;

    private final TaskService tasks;
    private final RuntimeService running;
    private final OpenTaskTable table;
    private final TransactionOperations transaction;

    OpenTasksMadeGood(TaskService tasks, RuntimeService running, OpenTaskTable table, TransactionOperations transaction) {
        this.tasks = tasks;
        this.running = running;
        this.table = table;
        this.transaction = transaction;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        transaction.executeWithoutResult(status -> {
            long all = tasks.createTaskQuery().count();
            var known = new HashMap<String, String>();
            for (int from = 0; from < all; from += PAGE) {
                var page = tasks.createTaskQuery().orderByTaskId().asc().listPage(from, PAGE);
                page.forEach(task -> known.put(task.getId(), task.getProcessInstanceId()));
                put(page);
            }
            table.keepOnly(known.keySet());
        });
    }

    private void put(List<Task> page) {
        var instances = page.stream().map(Task::getProcessInstanceId).filter(id -> id != null).collect(Collectors.toSet());
        if (instances.isEmpty()) {
            return;
        }
        Map<String, ProcessInstance> of = running.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, instance -> instance));
        Map<String, String> urgencies = running.createVariableInstanceQuery().variableName("urgency")
                .processInstanceIdIn(instances.toArray(String[]::new)).list().stream().filter(value -> value.getValue() != null)
                .collect(Collectors.toMap(value -> value.getProcessInstanceId(), value -> value.getValue().toString(), (one, same) -> one));
        page.stream().filter(task -> of.containsKey(task.getProcessInstanceId()))
                .filter(task -> OpenTaskTable.isCase(of.get(task.getProcessInstanceId()).getBusinessKey()))
                .forEach(task -> table.put(row(task, UUID.fromString(of.get(task.getProcessInstanceId()).getBusinessKey()),
                        urgencies.get(task.getProcessInstanceId()))));
    }

    private OpenTaskTable.Row row(Task task, UUID caseId, String urgency) {
        var team = tasks.getIdentityLinksForTask(task.getId()).stream().map(link -> link.getGroupId()).filter(group -> group != null).findFirst().orElse(null);
        return new OpenTaskTable.Row(task.getId(), caseId, task.getProcessDefinitionId().split(":")[0], task.getTaskDefinitionKey(), team,
                task.getAssignee(), urgency, task.getPriority(), task.getDueDate() == null ? null : task.getDueDate().toInstant(),
                task.getCreateTime().toInstant());
    }
}
