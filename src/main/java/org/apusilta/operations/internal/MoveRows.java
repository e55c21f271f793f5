package org.apusilta.operations.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who moved cases to a newer version, newest first. */
@Repository
public class MoveRows {

    /** @param batch the engine's batch @param cases how many were to move @param staying how many finish on their own version */
    public record Move(String batch, String process, int fromVersion, int toVersion, int cases, int staying, String startedBy, Instant startedAt) {}

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    MoveRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void started(String batch, String process, int from, int to, int cases, int staying, String by) {
        jdbc.sql("INSERT INTO apusilta.migration (batch_id, process, from_version, to_version, cases, staying, started_by, started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(batch, process, from, to, cases, staying, by, clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    /** @return the latest moves */
    public List<Move> latest() {
        return jdbc.sql("SELECT * FROM apusilta.migration ORDER BY started_at DESC LIMIT " + SHOWN)
                .query((row, index) -> new Move(row.getString("batch_id"), row.getString("process"), row.getInt("from_version"), row.getInt("to_version"),
                        row.getInt("cases"), row.getInt("staying"), row.getString("started_by"), row.getObject("started_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
