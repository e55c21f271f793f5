package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apusilta.matching.internal.Ask.Relaxed;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How each case is searched for, and whom the open searches have on their short lists. */
@Component
class Searches {

    private final JdbcClient jdbc;
    private final JdbcTemplate batch;

    Searches(JdbcTemplate jdbc) {
        this.jdbc = JdbcClient.create(jdbc);
        this.batch = jdbc;
    }

    Relaxed relaxed(UUID caseId) {
        return jdbc.sql("SELECT relax_distance AS distance, relax_times AS times, relax_language AS language, relax_gender AS gender"
                + " FROM apusilta.search WHERE case_id = ?").param(caseId).query(Relaxed.class).optional().orElse(Relaxed.NOTHING);
    }

    /** Begins or goes on with the search for this case, with these rules relaxed. */
    @Transactional
    public void open(UUID caseId, Relaxed relaxed, Instant waitingSince) {
        jdbc.sql("""
                INSERT INTO apusilta.search (case_id, relax_distance, relax_times, relax_language, relax_gender, waiting_since, open)
                VALUES (?, ?, ?, ?, ?, ?, true)
                ON CONFLICT (case_id) DO UPDATE SET relax_distance = excluded.relax_distance, relax_times = excluded.relax_times,
                  relax_language = excluded.relax_language, relax_gender = excluded.relax_gender, open = true
                """).params(caseId, relaxed.distance(), relaxed.times(), relaxed.language(), relaxed.gender(),
                Timestamp.from(waitingSince)).update();
    }

    /** Keeps whom this search has on its short list, so that others that want the same person see it. */
    @Transactional
    public void shortlist(UUID caseId, List<Scored> best) {
        jdbc.sql("DELETE FROM apusilta.shortlisted WHERE case_id = ?").param(caseId).update();
        batch.batchUpdate("INSERT INTO apusilta.shortlisted (case_id, volunteer_id, score) VALUES (?, ?, ?)", best, 100, (row, one) -> {
            row.setObject(1, caseId);
            row.setObject(2, one.volunteerId());
            row.setInt(3, one.own());
        });
    }

    /** The case looks for nobody now: it competes with no other. */
    @Transactional
    public void close(UUID caseId) {
        jdbc.sql("UPDATE apusilta.search SET open = false WHERE case_id = ?").param(caseId).update();
        jdbc.sql("DELETE FROM apusilta.shortlisted WHERE case_id = ?").param(caseId).update();
    }
}
