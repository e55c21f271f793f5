package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The needs of cases that recruit. */
@Repository
class NeedRows {

    /** One case's need. */
    record Row(UUID caseId, String instanceId, String kind, String major, List<String> languages, List<String> times) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    NeedRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Publishes the case's need; one that is published already is shown on and waits in the new instance. */
    void publish(UUID caseId, String instanceId, String kind, String major, Collection<String> languages, Collection<String> times) {
        jdbc.sql("""
                INSERT INTO apusilta.need (id, case_id, instance_id, kind, major, languages, times, published_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (case_id) WHERE closed_at IS NULL DO UPDATE SET instance_id = excluded.instance_id, languages = excluded.languages, times = excluded.times
                """).params(UUID.randomUUID(), caseId, instanceId, kind, major, languages.toArray(String[]::new), times.toArray(String[]::new),
                Timestamp.from(clock.instant())).update();
    }

    List<Row> open() {
        return jdbc.sql("""
                SELECT n.case_id, n.instance_id, n.kind, n.major, n.languages, n.times FROM apusilta.need n JOIN apusilta.kind k ON k.code = n.kind
                WHERE n.closed_at IS NULL ORDER BY k.position, n.major, n.published_at, n.case_id""")
                .query((row, n) -> new Row(row.getObject("case_id", UUID.class), row.getString("instance_id"), row.getString("kind"), row.getString("major"),
                        List.of((String[]) row.getArray("languages").getArray()), List.of((String[]) row.getArray("times").getArray()))).list();
    }

    /** Nobody is needed for this case any more. */
    void close(UUID caseId) {
        jdbc.sql("UPDATE apusilta.need SET closed_at = ? WHERE case_id = ? AND closed_at IS NULL").params(Timestamp.from(clock.instant()), caseId).update();
    }
}
