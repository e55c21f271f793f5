package org.apusilta.casefile.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages that reach their recipient only when a person calls or writes, of open and closed cases: nobody is forgotten because no task leads to them. */
@Service
@Transactional(readOnly = true)
public class UntoldMessages {

    /** More than a coordinator tells in a week. */
    public static final int MOST = 200;

    /** @param role CLIENT, REQUESTER or VOLUNTEER @param state BY_HAND or FAILED */
    public record Untold(UUID id, UUID caseId, String reference, boolean closed, String role, String name, String channel, String subject, String state, Instant writtenAt) {}

    private final JdbcClient jdbc;

    UntoldMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param majors codes of the major districts the reader may see @return the oldest first, {@link #MOST} at most */
    public List<Untold> in(Set<String> majors) {
        return jdbc.sql("""
                SELECT m.id, m.case_id, r.reference, r.outcome IS NOT NULL AS closed, m.role, m.name, m.channel, m.subject, m.state, m.written_at
                FROM apusilta.message m JOIN apusilta.help_request r ON r.id = m.case_id
                WHERE m.state IN ('BY_HAND', 'FAILED') AND m.role <> 'STAFF' AND r.major = ANY (:majors) ORDER BY m.written_at, m.seq LIMIT :most""")
                .param("majors", majors.toArray(String[]::new)).param("most", MOST).query(Untold.class).list();
    }

    /** @return how many wait */
    public int count(Set<String> majors) {
        return jdbc.sql("""
                SELECT count(*) FROM apusilta.message m JOIN apusilta.help_request r ON r.id = m.case_id
                WHERE m.state IN ('BY_HAND', 'FAILED') AND m.role <> 'STAFF' AND r.major = ANY (:majors)""")
                .param("majors", majors.toArray(String[]::new)).query(Integer.class).single();
    }
}
