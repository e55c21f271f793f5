package org.apusilta.operations.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Who moved cases to a newer version, newest first. */
@Repository
public class MoveRows {

    /** @param batch the engine's batch @param cases how many were to move @param staying how many finish on their own version @param became null while it goes on */
    public record Move(String batch, String process, int fromVersion, int toVersion, int cases, int staying, String startedBy, Instant startedAt, @Nullable Became became) {}

    /**
     * What became of those that were to move.
     *
     * @param ended how many had ended before their turn @param unmoved how many are in their own version still
     */
    public record Became(int moved, int ended, int unmoved) {}

    private static final int SHOWN = 20;

    private final JdbcClient jdbc;
    private final Clock clock;

    MoveRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param moving the engine's ids of the instances that are to move */
    public void started(String batch, String process, int from, int to, List<String> moving, int staying, String by) {
        jdbc.sql("INSERT INTO apusilta.migration (batch_id, process, from_version, to_version, cases, staying, started_by, started_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(batch, process, from, to, moving.size(), staying, by, now()).update();
        jdbc.sql("INSERT INTO apusilta.migration_case (batch_id, instance_id) SELECT ?, unnest(?::text[])").params(batch, moving.toArray(String[]::new)).update();
    }

    /** @return the engine's ids of the instances that were to move; none of a move that is settled */
    public List<String> moving(String batch) {
        return jdbc.sql("SELECT instance_id FROM apusilta.migration_case WHERE batch_id = ?").param(batch).query(String.class).list();
    }

    /** @return the moves of which it has not been written down what became of them */
    public List<Move> unsettled() {
        return select("WHERE settled_at IS NULL ORDER BY started_at");
    }

    /** Keeps what became of a move that is over: the engine forgets in time, too. Idempotent. */
    @Transactional
    public void settle(String batch, Became became) {
        jdbc.sql("UPDATE apusilta.migration SET moved = ?, ended = ?, unmoved = ?, settled_at = ? WHERE batch_id = ? AND settled_at IS NULL")
                .params(became.moved(), became.ended(), became.unmoved(), now(), batch).update();
        jdbc.sql("DELETE FROM apusilta.migration_case WHERE batch_id = ?").param(batch).update();
    }

    /** @return the latest moves */
    public List<Move> latest() {
        return select("ORDER BY started_at DESC LIMIT " + SHOWN);
    }

    private List<Move> select(String which) {
        return jdbc.sql("SELECT * FROM apusilta.migration " + which)
                .query((row, index) -> new Move(row.getString("batch_id"), row.getString("process"), row.getInt("from_version"), row.getInt("to_version"),
                        row.getInt("cases"), row.getInt("staying"), row.getString("started_by"), row.getObject("started_at", OffsetDateTime.class).toInstant(),
                        row.getObject("settled_at") == null ? null : new Became(row.getInt("moved"), row.getInt("ended"), row.getInt("unmoved")))).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
