package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Remembers every list that was put before a coordinator and by which weights it was made: who is proposed, and who never. */
@Component
class CandidateLists {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;
    private final Clock clock;

    CandidateLists(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = jdbc;
        this.clock = clock;
    }

    /** Keeps the list when others are on it, or in another order, than on the last one kept, or it was made by other weights. */
    void keepIfNew(UUID caseId, List<Scored> best, int weightsVersion) {
        record Kept(int weightsVersion, String people) {}
        var last = jdbc.sql("""
                SELECT m.weights_version, coalesce((SELECT string_agg(l.volunteer_id::text, ',' ORDER BY l.place) FROM apusilta.candidate_listed l WHERE l.list_id = m.id), '') AS people
                FROM apusilta.candidate_list m WHERE m.case_id = ? ORDER BY m.made_at DESC, m.id DESC LIMIT 1""").param(caseId).query(Kept.class).optional();
        var people = best.stream().map(one -> one.volunteerId().toString()).collect(Collectors.joining(","));
        if (!last.equals(Optional.of(new Kept(weightsVersion, people)))) {
            keep(caseId, best, weightsVersion);
        }
    }

    void keep(UUID caseId, List<Scored> best, int weightsVersion) {
        long id = jdbc.sql("INSERT INTO apusilta.candidate_list (case_id, made_at, weights_version) VALUES (?, ?, ?) RETURNING id")
                .params(caseId, Timestamp.from(clock.instant()), weightsVersion).query(Long.class).single();
        var place = new int[1];
        batch.batchUpdate("INSERT INTO apusilta.candidate_listed (list_id, volunteer_id, place, score) VALUES (?, ?, ?, ?)", best, 100, (row, one) -> {
            row.setLong(1, id);
            row.setObject(2, one.volunteerId());
            row.setInt(3, ++place[0]);
            row.setInt(4, one.score());
        });
    }
}
