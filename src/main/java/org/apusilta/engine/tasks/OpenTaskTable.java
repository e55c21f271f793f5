package org.apusilta.engine.tasks;

import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code open_task}. Lists of other modules join it; only this package writes it. */
@Repository
class OpenTaskTable {

    /** @param team candidate group @param urgency NORMAL, SOON or URGENT */
    record Row(String taskId, UUID caseId, String process, String step, @Nullable String team, @Nullable String assignee,
            @Nullable String urgency, int priority, @Nullable Instant due, Instant createdAt) {}

    private final JdbcClient jdbc;

    OpenTaskTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void put(Row row) {
        jdbc.sql("""
                INSERT INTO apusilta.open_task (task_id, case_id, process, step, team, assignee, urgency, priority, due, created_at)
                VALUES (:task, :case, :process, :step, :team, :assignee, :urgency, :priority, :due, :created)
                ON CONFLICT (task_id) DO UPDATE SET team = excluded.team, assignee = excluded.assignee, urgency = excluded.urgency,
                    priority = excluded.priority, due = excluded.due""")
                .param("task", row.taskId()).param("case", row.caseId()).param("process", row.process()).param("step", row.step())
                .param("team", row.team()).param("assignee", row.assignee()).param("urgency", row.urgency()).param("priority", row.priority())
                .param("due", row.due() == null ? null : row.due().atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("created", row.createdAt().atOffset(ZoneOffset.UTC)).update();
    }

    void remove(String taskId) {
        jdbc.sql("DELETE FROM apusilta.open_task WHERE task_id = :task").param("task", taskId).update();
    }

    /** Removes what the engine no longer knows. */
    void keepOnly(Collection<String> taskIds) {
        jdbc.sql("DELETE FROM apusilta.open_task WHERE task_id <> ALL (:tasks)").param("tasks", taskIds.toArray(String[]::new)).update();
    }

    /** A process whose business key is no case id is not about a case. */
    static boolean isCase(@Nullable String businessKey) {
        return businessKey != null && businessKey.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }
}
