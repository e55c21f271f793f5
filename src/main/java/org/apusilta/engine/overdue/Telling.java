package org.apusilta.engine.overdue;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import org.apusilta.engine.TaskOverdue;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells of an overdue task once per deadline, and remembers it in the same transaction. */
@Component
class Telling {

    private static final int RAISE = 25;
    private static final int HIGHEST = 100;

    private record Told(String taskId, Instant due) {}

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Telling(JdbcClient jdbc, TaskService tasks, RuntimeService instances, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.instances = instances;
        this.events = events;
        this.clock = clock;
    }

    List<Task> untold(List<Task> overdue) {
        var told = new HashSet<>(jdbc.sql("SELECT task_id, due FROM apusilta.overdue_told")
                .query((row, index) -> new Told(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant())).list());
        return overdue.stream().filter(task -> !told.contains(new Told(task.getId(), task.getDueDate().toInstant()))).toList();
    }

    /** @return false when another node was quicker, or the task is about no case */
    @Transactional
    public boolean tell(Task task) {
        var instance = instances.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
        if (!remember(task) || instance == null || instance.getBusinessKey() == null) {
            return false;
        }
        tasks.setPriority(task.getId(), Math.min(HIGHEST, task.getPriority() + RAISE));
        events.publishEvent(new TaskOverdue(UUID.fromString(instance.getBusinessKey()), task.getProcessDefinitionId().split(":")[0],
                task.getTaskDefinitionKey(), (String) instances.getVariable(task.getProcessInstanceId(), "majorDistrict")));
        return true;
    }

    /** Tasks that are done, or have a new deadline, need no remembering. */
    @Transactional
    public void forgetAllBut(List<Task> overdue) {
        jdbc.sql("DELETE FROM apusilta.overdue_told WHERE task_id <> ALL (:tasks)")
                .param("tasks", overdue.stream().map(Task::getId).toArray(String[]::new)).update();
    }

    private boolean remember(Task task) {
        return jdbc.sql("INSERT INTO apusilta.overdue_told (task_id, due, told_at) VALUES (:task, :due, :now) ON CONFLICT DO NOTHING")
                .param("task", task.getId()).param("due", task.getDueDate().toInstant().atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update() == 1;
    }
}
