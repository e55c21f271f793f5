package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.matching.Matching.Opened;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Which volunteer opened which of the client's details when, and the next visit they told us of. */
@Repository
@Transactional
class Openings {

    private final JdbcClient jdbc;
    private final Clock clock;

    Openings(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    public void log(UUID caseId, UUID volunteerId, Opened.What what) {
        jdbc.sql("INSERT INTO apusilta.opening (case_id, volunteer_id, what, opened_at) VALUES (?, ?, ?, ?)")
                .params(caseId, volunteerId, what.name(), Timestamp.from(clock.instant())).update();
    }

    /** @return oldest first */
    @Transactional(readOnly = true)
    public List<Opened> of(UUID caseId) {
        return jdbc.sql("SELECT volunteer_id, what, opened_at AS at FROM apusilta.opening WHERE case_id = ? ORDER BY opened_at, id").param(caseId)
                .query(Opened.class).list();
    }

    public void plan(UUID caseId, UUID volunteerId, LocalDate visit) {
        jdbc.sql("""
                INSERT INTO apusilta.next_visit (case_id, volunteer_id, visit_on) VALUES (?, ?, ?)
                ON CONFLICT (case_id, volunteer_id) DO UPDATE SET visit_on = excluded.visit_on""").params(caseId, volunteerId, visit).update();
    }

    @Transactional(readOnly = true)
    public Optional<LocalDate> planned(UUID caseId, UUID volunteerId) {
        return jdbc.sql("SELECT visit_on FROM apusilta.next_visit WHERE case_id = ? AND volunteer_id = ?").params(caseId, volunteerId)
                .query(LocalDate.class).optional();
    }
}
