package org.apusilta.engine.steps;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.engine.CaseSteps;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what {@link StepRecorder} wrote. */
@Repository
class CaseStepTable implements CaseSteps {

    private static final String COLUMNS = "case_id, process, instance_id, step, type, entered_at, left_at, cancelled";

    private final JdbcClient jdbc;

    CaseStepTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Step> of(UUID caseId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM apusilta.case_step WHERE case_id = :case ORDER BY id")
                .param("case", caseId).query(CaseStepTable::step).list();
    }

    @Override
    public Map<UUID, List<Step>> current(Collection<UUID> caseIds) {
        if (caseIds.isEmpty()) {
            return Map.of();
        }
        // rank 1 = every open step, or, where none is open, the one left last
        return jdbc.sql("SELECT " + COLUMNS + """
                 FROM (SELECT *, rank() OVER (PARTITION BY case_id ORDER BY left_at DESC NULLS FIRST,
                                              CASE WHEN left_at IS NOT NULL THEN id END DESC) AS place
                       FROM apusilta.case_step WHERE case_id = ANY (:cases)) AS steps
                WHERE place = 1 ORDER BY id""")
                .param("cases", caseIds.toArray(UUID[]::new)).query(CaseStepTable::step).list().stream()
                .collect(Collectors.groupingBy(Step::caseId, LinkedHashMap::new, Collectors.toList()));
    }

    @Override
    public void forget(String instanceId, Set<String> steps) {
        jdbc.sql("DELETE FROM apusilta.case_step WHERE instance_id = :instance AND step IN (:steps) AND left_at IS NOT NULL")
                .param("instance", instanceId).param("steps", steps).update();
    }

    private static Step step(ResultSet row, int index) throws SQLException {
        return new Step(row.getObject("case_id", UUID.class), row.getString("process"), row.getString("instance_id"),
                row.getString("step"), row.getString("type"), instant(row, "entered_at"), left(row), row.getBoolean("cancelled"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant left(ResultSet row) throws SQLException {
        return row.getObject("left_at") == null ? null : instant(row, "left_at");
    }
}
