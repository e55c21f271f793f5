package org.apusilta.casefile.internal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Messages that reach their recipient only when a person calls or writes, of open and closed cases and to volunteers themselves: nobody is forgotten because no task leads to them. */
@Service
@Transactional(readOnly = true)
public class UntoldMessages {

    /** More than a coordinator tells in a week. */
    public static final int MOST = 200;

    private static final String FROM = """
            FROM apusilta.message m LEFT JOIN apusilta.help_request r ON r.id = m.case_id
            LEFT JOIN (apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district) ON v.id = m.case_id
            WHERE m.state IN ('BY_HAND', 'FAILED') AND m.role <> 'STAFF'
                AND NOT EXISTS (SELECT 1 FROM apusilta.message_hold h WHERE h.case_id = m.case_id AND (h.role = m.role OR h.address = m.address))
                AND coalesce(r.major, d.major_code) = ANY (:majors) """;

    /** @param caseId the volunteer's when it belongs to no case; then without reference @param role CLIENT, REQUESTER or VOLUNTEER @param state BY_HAND or FAILED */
    public record Untold(UUID id, UUID caseId, String reference, boolean closed, String role, String name, String channel, String subject, String state, Instant writtenAt) {}

    private final JdbcClient jdbc;

    UntoldMessages(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** None to a client of whom a death was told and is still to be checked. @param majors codes of the major districts the reader may see @return the oldest first, {@link #MOST} at most */
    public List<Untold> in(Set<String> majors) {
        return jdbc.sql("""
                SELECT m.id, m.case_id, coalesce(r.reference, '') AS reference, r.outcome IS NOT NULL AS closed, m.role, m.name, m.channel, m.subject, m.state, m.written_at
                """ + FROM + "ORDER BY m.written_at, m.seq LIMIT :most")
                .param("majors", majors.toArray(String[]::new)).param("most", MOST).query(Untold.class).list();
    }

    /** @return how many wait */
    public int count(Set<String> majors) {
        return jdbc.sql("SELECT count(*) " + FROM)
                .param("majors", majors.toArray(String[]::new)).query(Integer.class).single();
    }
}
