package org.apusilta.matching.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apusilta.matching.internal.Rounds.Outcome;
import org.apusilta.matching.internal.Rounds.Summary;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Rounds as they were proposed and what became of each pair. */
@Component
class RoundRows {

    /** One request of a round. @param position its number for the solver, null when it was only looked at */
    record Line(UUID caseId, @Nullable Integer position, @Nullable UUID volunteerId, @Nullable Integer score, @Nullable Integer place, int allowed,
            @Nullable Ask ask, @Nullable Scored scored, @Nullable String binding, @Nullable Integer bindingFound, @Nullable Outcome outcome,
            @Nullable String decidedBy) {}

    /** @param volunteers the solver's numbers, in order */
    record Kept(List<UUID> volunteers, byte[] proof) {}

    private static final String SUMMARY = """
            SELECT id, kind, majors, kinds, started_by, started_at, weights_version, requests, volunteers, pairs, matched, total, octet_length(proof) AS size,
                   checked_by, checked_at, check_ok,
                   (SELECT count(*) FROM apusilta.round_request r WHERE r.round_id = round.id AND r.outcome = 'BOOKED') AS booked,
                   (SELECT count(*) FROM apusilta.round_request r WHERE r.round_id = round.id AND r.volunteer_id IS NOT NULL AND r.outcome IS NULL) AS undecided
            FROM apusilta.round
            """;

    private final JdbcTemplate batch;
    private final JdbcClient jdbc;
    private final ObjectMapper json;

    RoundRows(JdbcTemplate jdbc, ObjectMapper json) {
        this.batch = jdbc;
        this.jdbc = JdbcClient.create(jdbc);
        this.json = json;
    }

    void add(Summary round, Kept kept, List<Line> lines) {
        jdbc.sql("""
                INSERT INTO apusilta.round (id, kind, majors, kinds, started_by, started_at, weights_version, requests, volunteers, pairs, matched, total,
                    volunteer_ids, proof)
                VALUES (:id, :kind, :majors::text[], :kinds::text[], :by, :at, :version, :requests, :volunteers, :pairs, :matched, :total, :ids::uuid[], :proof)""")
                .param("id", round.id()).param("kind", round.kind().name()).param("majors", round.majors().toArray(String[]::new))
                .param("kinds", round.kinds().toArray(String[]::new)).param("by", round.startedBy()).param("at", Timestamp.from(round.startedAt()))
                .param("version", round.weightsVersion()).param("requests", round.requests()).param("volunteers", round.volunteers())
                .param("pairs", round.pairs()).param("matched", round.matched()).param("total", round.total())
                .param("ids", kept.volunteers().stream().map(UUID::toString).toArray(String[]::new)).param("proof", kept.proof()).update();
        batch.batchUpdate("""
                INSERT INTO apusilta.round_request (round_id, case_id, position, volunteer_id, score, place, allowed, ask, scored, binding, binding_found)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?::jsonb, ?, ?)""", lines, 500, (row, line) -> {
            row.setObject(1, round.id());
            row.setObject(2, line.caseId());
            row.setObject(3, line.position());
            row.setObject(4, line.volunteerId());
            row.setObject(5, line.score());
            row.setObject(6, line.place());
            row.setInt(7, line.allowed());
            row.setString(8, written(line.ask()));
            row.setString(9, written(line.scored()));
            row.setString(10, line.binding());
            row.setObject(11, line.bindingFound());
        });
    }

    /** @return rounds in which one of these major districts took part, the newest first */
    List<Summary> in(Set<String> majors, int limit) {
        return jdbc.sql(SUMMARY + "WHERE majors && :majors::text[] ORDER BY started_at DESC, id LIMIT :limit").param("majors", majors.toArray(String[]::new))
                .param("limit", limit).query(RoundRows::summary).list();
    }

    Optional<Summary> find(UUID id) {
        return jdbc.sql(SUMMARY + "WHERE id = ?").param(id).query(RoundRows::summary).optional();
    }

    Kept kept(UUID id) {
        return jdbc.sql("SELECT volunteer_ids, proof FROM apusilta.round WHERE id = ?").param(id)
                .query((row, n) -> new Kept(List.of((UUID[]) row.getArray(1).getArray()), row.getBytes(2))).single();
    }

    /** @return those with a proposal first, the best first; then those without */
    List<Line> lines(UUID id) {
        return jdbc.sql("SELECT * FROM apusilta.round_request WHERE round_id = ? ORDER BY volunteer_id IS NULL, score DESC, case_id").param(id)
                .query((row, n) -> new Line(row.getObject("case_id", UUID.class), row.getObject("position", Integer.class), row.getObject("volunteer_id", UUID.class),
                        row.getObject("score", Integer.class), row.getObject("place", Integer.class), row.getInt("allowed"), read(row.getString("ask"), Ask.class),
                        read(row.getString("scored"), Scored.class), row.getString("binding"), row.getObject("binding_found", Integer.class),
                        row.getString("outcome") == null ? null : Outcome.valueOf(row.getString("outcome")), row.getString("decided_by"))).list();
    }

    /** @return the volunteer proposed for this case, while nobody has decided on it */
    Optional<UUID> proposed(UUID id, UUID caseId) {
        return jdbc.sql("SELECT volunteer_id FROM apusilta.round_request WHERE round_id = ? AND case_id = ? AND volunteer_id IS NOT NULL AND outcome IS NULL")
                .params(id, caseId).query(UUID.class).optional();
    }

    /** @return cases of these districts with a proposal nobody has decided on */
    List<UUID> undecided(UUID id, Collection<String> majors) {
        return jdbc.sql("""
                SELECT l.case_id FROM apusilta.round_request l JOIN apusilta.help_request r ON r.id = l.case_id
                WHERE l.round_id = :id AND l.volunteer_id IS NOT NULL AND l.outcome IS NULL AND r.major = ANY (:majors::text[])
                ORDER BY l.score DESC, l.case_id""").param("id", id).param("majors", majors.toArray(String[]::new)).query(UUID.class).list();
    }

    /** @return whether nobody had decided on it before */
    boolean decided(UUID id, UUID caseId, Outcome outcome, String by, Instant at) {
        return jdbc.sql("UPDATE apusilta.round_request SET outcome = ?, decided_by = ?, decided_at = ? WHERE round_id = ? AND case_id = ? AND volunteer_id IS NOT NULL AND outcome IS NULL")
                .params(outcome.name(), by, Timestamp.from(at), id, caseId).update() == 1;
    }

    void choiceOf(UUID id, String taskId) {
        jdbc.sql("UPDATE apusilta.choice SET round_id = ? WHERE task_id = ?").params(id, taskId).update();
    }

    void checked(UUID id, boolean ok, String by, Instant at) {
        jdbc.sql("UPDATE apusilta.round SET check_ok = ?, checked_by = ?, checked_at = ? WHERE id = ?").params(ok, by, Timestamp.from(at), id).update();
    }

    /** @return cases in which a coordinator has a volunteer to choose now; and, when {@code false}, other open searches */
    List<UUID> searching(boolean choosing, Collection<String> majors) {
        return jdbc.sql("""
                SELECT s.case_id FROM apusilta.search s JOIN apusilta.help_request r ON r.id = s.case_id
                WHERE s.open AND r.outcome IS NULL AND r.major = ANY (:majors::text[])
                  AND EXISTS (SELECT 1 FROM apusilta.open_task t WHERE t.case_id = s.case_id AND t.step = 'chooseVolunteer') = :choosing
                ORDER BY s.case_id""").param("majors", majors.toArray(String[]::new)).param("choosing", choosing).query(UUID.class).list();
    }

    private static Summary summary(ResultSet row, int n) throws SQLException {
        var checkedAt = row.getTimestamp("checked_at");
        return new Summary(row.getObject("id", UUID.class), Rounds.Kind.valueOf(row.getString("kind")), texts(row, "majors"), texts(row, "kinds"),
                row.getString("started_by"), row.getTimestamp("started_at").toInstant(), row.getInt("weights_version"), row.getInt("requests"),
                row.getInt("volunteers"), row.getInt("pairs"), row.getInt("matched"), row.getLong("total"), row.getInt("size"), row.getString("checked_by"),
                checkedAt == null ? null : checkedAt.toInstant(), row.getObject("check_ok", Boolean.class), row.getInt("booked"), row.getInt("undecided"));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private @Nullable String written(@Nullable Object value) {
        try {
            return value == null ? null : json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private <T> @Nullable T read(@Nullable String text, Class<T> type) {
        try {
            return text == null ? null : json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
