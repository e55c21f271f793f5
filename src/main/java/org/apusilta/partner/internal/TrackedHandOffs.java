package org.apusilta.partner.internal;

import java.util.List;
import java.util.UUID;
import org.apusilta.partner.HandOffs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads hand-offs for the others. */
@Service
@Transactional(readOnly = true)
class TrackedHandOffs implements HandOffs {

    private final HandOffRows rows;
    private final JdbcClient jdbc;

    TrackedHandOffs(HandOffRows rows, JdbcClient jdbc) {
        this.rows = rows;
        this.jdbc = jdbc;
    }

    @Override
    public List<HandOff> of(UUID caseId) {
        return rows.of(caseId);
    }

    @Override
    public List<Opened> openings(UUID caseId) {
        return rows.openings(caseId);
    }

    @Override
    public List<Count> counts() {
        return jdbc.sql("""
                SELECT p.name AS partner, count(*) AS asked,
                  count(*) FILTER (WHERE h.answered_at IS NOT NULL AND h.state NOT IN ('RETURNED', 'ASKED')) AS accepted,
                  count(*) FILTER (WHERE h.state IN ('RETURNED', 'NOT_ARRIVED')) AS returned,
                  count(*) FILTER (WHERE h.silent) AS silent, count(*) FILTER (WHERE h.state = 'ARRIVED') AS arrived
                FROM apusilta.hand_off h JOIN apusilta.partner p ON p.id = h.partner_id
                WHERE h.asked_at IS NOT NULL GROUP BY p.id, p.name ORDER BY lower(p.name)
                """).query(Count.class).list();
    }
}
