package org.apusilta.volunteer.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apusilta.security.Access;
import org.apusilta.security.Role;
import org.apusilta.volunteer.AccessLog;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The log of looks in our tables. A look is kept whatever becomes of the request: in a transaction of its own. */
@Component
class KeptLooks implements AccessLog {

    private static final Duration ONE_LOOK = Duration.ofMinutes(15);

    private final JdbcClient jdbc;
    private final Access access;
    private final Clock clock;

    KeptLooks(JdbcClient jdbc, Access access, Clock clock) {
        this.jdbc = jdbc;
        this.access = access;
        this.clock = clock;
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void looked(UUID volunteerId, What what, @Nullable UUID caseId) {
        if (!access.signedIn()) {
            return;
        }
        var now = clock.instant();
        jdbc.sql("""
                INSERT INTO apusilta.volunteer_look (volunteer_id, account, role, districts, what, case_id, looked_at)
                SELECT :volunteer, :account, :role, :districts::varchar[], :what, :case::uuid, :now
                WHERE (EXISTS (SELECT 1 FROM apusilta.volunteer WHERE id = :volunteer) OR EXISTS (SELECT 1 FROM apusilta.application WHERE id = :volunteer)) AND NOT EXISTS (SELECT 1 FROM apusilta.volunteer_look
                    WHERE volunteer_id = :volunteer AND account = :account AND what = :what AND case_id IS NOT DISTINCT FROM :case::uuid AND looked_at > :before)""")
                .param("volunteer", volunteerId).param("account", access.username()).param("role", access.role().name())
                .param("districts", access.role() == Role.COORDINATOR ? access.districts().stream().sorted().toArray(String[]::new) : new String[0])
                .param("what", what.name()).param("case", caseId).param("now", Timestamp.from(now)).param("before", Timestamp.from(now.minus(ONE_LOOK))).update();
    }

    @Override
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void exported(Collection<UUID> volunteerIds) {
        jdbc.sql("""
                INSERT INTO apusilta.volunteer_look (volunteer_id, account, role, districts, what, looked_at)
                SELECT v.id, :account, :role, :districts::varchar[], 'EXPORT', :now FROM apusilta.volunteer v WHERE v.id = ANY (:volunteers)""")
                .param("volunteers", volunteerIds.toArray(UUID[]::new)).param("account", access.username()).param("role", access.role().name())
                .param("districts", access.role() == Role.COORDINATOR ? access.districts().stream().sorted().toArray(String[]::new) : new String[0])
                .param("now", Timestamp.from(clock.instant())).update();
    }

    @Override
    @Transactional(readOnly = true)
    public List<Look> of(UUID volunteerId, int most) {
        return jdbc.sql("SELECT role, districts, what, looked_at FROM apusilta.volunteer_look WHERE volunteer_id = ? ORDER BY id DESC LIMIT ?").params(volunteerId, most)
                .query((row, n) -> new Look(row.getString("role"), Set.of((String[]) row.getArray("districts").getArray()), What.valueOf(row.getString("what")),
                        row.getTimestamp("looked_at").toInstant())).list();
    }
}
