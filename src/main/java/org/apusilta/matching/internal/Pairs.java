package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which two people have a past: whom nobody asks again for this client, and whom the client knows well already. */
@Component
@Transactional
class Pairs {

    /** @param asked whoever was asked and has not helped to a good end, unless they may be asked again @param badly, well with whom it ended so, in any case of this client */
    record History(Set<UUID> asked, Set<UUID> badly, Set<UUID> well) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    Pairs(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How two people parted; the first word stays. */
    public void parted(UUID caseId, UUID volunteerId, boolean good) {
        jdbc.sql("INSERT INTO apusilta.pair_end (case_id, volunteer_id, good, ended_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                .params(caseId, volunteerId, good, Timestamp.from(clock.instant())).update();
    }

    /** @param chain this case and those it goes on from @param ofClient these and all others of the same client @return what counts now */
    @Transactional(readOnly = true)
    public History of(Collection<UUID> chain, Collection<UUID> ofClient) {
        var history = new History(new HashSet<>(), new HashSet<>(), new HashSet<>());
        jdbc.sql("""
                SELECT f.volunteer_id, 'ASKED' AS what FROM unnest(:chain::uuid[]) AS one (id) JOIN apusilta.offer f ON f.case_id = one.id WHERE NOT f.may_be_asked_again
                AND NOT EXISTS (SELECT 1 FROM apusilta.pair_end e WHERE e.case_id = f.case_id AND e.volunteer_id = f.volunteer_id AND e.good)
                UNION ALL SELECT e.volunteer_id, CASE WHEN e.good THEN 'WELL' ELSE 'BADLY' END FROM unnest(:ofClient::uuid[]) AS one (id) JOIN apusilta.pair_end e ON e.case_id = one.id""")
                .param("chain", Ranking.array(chain)).param("ofClient", Ranking.array(ofClient)).query(row -> {
                    var of = switch (row.getString("what")) {
                        case "ASKED" -> history.asked();
                        case "WELL" -> history.well();
                        default -> history.badly();
                    };
                    of.add(row.getObject("volunteer_id", UUID.class));
                });
        return history;
    }
}
