package org.apusilta.operations.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.operations.Incidents;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Which incidents have been told of, and how each ended. */
@Repository
public class IncidentRows implements Incidents {

    /** How an incident ended: an administrator had the step tried again, or it was over without that. */
    public enum End { RETRIED, SOLVED }

    /** @param id the engine's incident @param job the engine's job that failed @param toldIn the instance of resolve-incident that tells of it */
    public record Open(String id, UUID caseId, String process, String step, String job, @Nullable String toldIn, Instant reportedAt) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    IncidentRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return false when it has been reported before */
    public boolean report(String id, UUID caseId, String process, String step, String job) {
        return jdbc.sql("""
                INSERT INTO apusilta.incident (id, case_id, process, step, job_id, reported_at)
                VALUES (:id, :case, :process, :step, :job, :now) ON CONFLICT DO NOTHING""")
                .param("id", id).param("case", caseId).param("process", process).param("step", step).param("job", job)
                .param("now", now()).update() == 1;
    }

    public boolean reported(String id) {
        return jdbc.sql("SELECT count(*) FROM apusilta.incident WHERE id = ?").param(id).query(Integer.class).single() > 0;
    }

    public void toldIn(String id, String instance) {
        jdbc.sql("UPDATE apusilta.incident SET told_in = ? WHERE id = ?").params(instance, id).update();
    }

    /** @return whether it was still open */
    public boolean end(String id, End end) {
        return jdbc.sql("UPDATE apusilta.incident SET ended = :end, ended_at = :now WHERE id = :id AND ended IS NULL")
                .param("end", end.name()).param("now", now()).param("id", id).update() == 1;
    }

    /** @return what this instance of resolve-incident tells of, unless it has ended */
    public Optional<Open> toldBy(String instance) {
        return open().stream().filter(one -> instance.equals(one.toldIn())).findFirst();
    }

    public List<Open> open() {
        return jdbc.sql("SELECT id, case_id, process, step, job_id, told_in, reported_at FROM apusilta.incident WHERE ended IS NULL ORDER BY reported_at")
                .query((row, index) -> new Open(row.getString("id"), row.getObject("case_id", UUID.class), row.getString("process"), row.getString("step"),
                        row.getString("job_id"), row.getString("told_in"), row.getObject("reported_at", OffsetDateTime.class).toInstant())).list();
    }

    @Override
    public List<Fault> of(UUID caseId) {
        return jdbc.sql("SELECT process, step, reported_at, CASE ended WHEN 'SOLVED' THEN ended_at END AS solved_at FROM apusilta.incident WHERE case_id = ? ORDER BY reported_at")
                .param(caseId).query((row, index) -> {
                    var solved = row.getObject("solved_at", OffsetDateTime.class);
                    return new Fault(row.getString("process"), row.getString("step"), row.getObject("reported_at", OffsetDateTime.class).toInstant(),
                            solved == null ? null : solved.toInstant());
                }).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
