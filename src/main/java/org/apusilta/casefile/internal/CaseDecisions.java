package org.apusilta.casefile.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who decided what at the human steps, written as the engine completes them and kept longer than its history. */
@Repository
public class CaseDecisions {

    /**
     * @param step task definition key, such as {@code screenRequest}
     * @param outcome the code chosen, null for a step that only does something
     * @param by account, null when nobody was logged in
     */
    public record Decision(String step, @Nullable String outcome, @Nullable String by, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseDecisions(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Writes one decision in the caller's transaction. */
    public void record(String taskId, UUID caseId, String step, @Nullable String outcome, @Nullable String by) {
        jdbc.sql("""
                INSERT INTO apusilta.case_decision (task_id, case_id, step, outcome, decided_by, decided_at)
                VALUES (:task, :case, :step, :outcome, :by, :now)""")
                .param("task", taskId).param("case", caseId).param("step", step).param("outcome", outcome)
                .param("by", by).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    List<Decision> of(UUID caseId) {
        return jdbc.sql("SELECT step, outcome, decided_by, decided_at FROM apusilta.case_decision WHERE case_id = :case ORDER BY decided_at")
                .param("case", caseId)
                .query((row, i) -> new Decision(row.getString("step"), row.getString("outcome"), row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
