package org.apusilta.engine.overdue;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.engine.TaskOverdue;
import org.apusilta.engine.TaskOverdue.Whom;
import org.apusilta.engine.Workdays;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells of an overdue task, the lead and later the manager, once each per deadline, and remembers it in the same transaction. */
@Component
class Telling {

    private static final int RAISE = 25;
    private static final int HIGHEST = 100;

    private record Told(String taskId, Instant due) {}

    /** A task somebody must hear of now. */
    record Late(Task task, Whom whom) {}

    private final JdbcClient jdbc;
    private final TaskService tasks;
    private final RuntimeService instances;
    private final ApplicationEventPublisher events;
    private final Workdays workdays;
    private final Clock clock;

    Telling(JdbcClient jdbc, TaskService tasks, RuntimeService instances, ApplicationEventPublisher events, Workdays workdays, Clock clock) {
        this.jdbc = jdbc;
        this.tasks = tasks;
        this.instances = instances;
        this.events = events;
        this.workdays = workdays;
        this.clock = clock;
    }

    List<Late> untold(List<Task> overdue) {
        var leads = told(Whom.LEAD);
        var managers = told(Whom.MANAGER);
        return overdue.stream().flatMap(task -> {
            var one = new Told(task.getId(), task.getDueDate().toInstant());
            var leadHeard = leads.get(one);
            if (leadHeard == null) {
                return Stream.of(new Late(task, Whom.LEAD));
            }
            return managers.containsKey(one) || furtherDeadline(task, leadHeard).isAfter(clock.instant())
                    ? Stream.empty() : Stream.of(new Late(task, Whom.MANAGER));
        }).toList();
    }

    private Map<Told, Instant> told(Whom whom) {
        record Row(Told told, Instant at) {}
        return jdbc.sql("SELECT task_id, due, told_at FROM apusilta.overdue_told WHERE told_whom = :whom").param("whom", whom.name())
                .query((row, index) -> new Row(new Told(row.getString(1), instant(row.getObject(2, OffsetDateTime.class))),
                        instant(row.getObject(3, OffsetDateTime.class)))).list().stream()
                .collect(Collectors.toMap(Row::told, Row::at));
    }

    /** The lead has the days of the table's row {@code overdueToManager} to see to it. */
    private Instant furtherDeadline(Task task, Instant leadHeard) {
        return workdays.due(leadHeard, "overdueToManager", String.valueOf(instances.getVariable(task.getExecutionId(), "urgency")));
    }

    /** @return false when another node was quicker, or the task is about no case */
    @Transactional
    public boolean tell(Task task, Whom whom) {
        var instance = instances.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId()).singleResult();
        if (!remember(task, whom) || instance == null || instance.getBusinessKey() == null) {
            return false;
        }
        if (whom == Whom.LEAD) {
            tasks.setPriority(task.getId(), Math.min(HIGHEST, task.getPriority() + RAISE));
        }
        events.publishEvent(new TaskOverdue(UUID.fromString(instance.getBusinessKey()), task.getProcessDefinitionId().split(":")[0],
                task.getTaskDefinitionKey(), (String) instances.getVariable(task.getProcessInstanceId(), "majorDistrict"), whom));
        return true;
    }

    /** Tasks that are done, or have a new deadline, need no remembering. */
    @Transactional
    public void forgetAllBut(List<Task> overdue) {
        jdbc.sql("DELETE FROM apusilta.overdue_told WHERE task_id <> ALL (:tasks)")
                .param("tasks", overdue.stream().map(Task::getId).toArray(String[]::new)).update();
    }

    private boolean remember(Task task, Whom whom) {
        return jdbc.sql("""
                INSERT INTO apusilta.overdue_told (task_id, due, told_at, told_whom) VALUES (:task, :due, :now, :whom)
                ON CONFLICT DO NOTHING""")
                .param("task", task.getId()).param("due", task.getDueDate().toInstant().atOffset(ZoneOffset.UTC))
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).param("whom", whom.name()).update() == 1;
    }

    private static Instant instant(OffsetDateTime at) {
        return at.toInstant();
    }
}
