package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
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
