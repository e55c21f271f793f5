package org.apusilta.casefile.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who answers for which case, and each time that changed by somebody's doing. */
@Repository
public class CaseOwners {

    /** @param told whether the client was written to */
    record Change(@Nullable String before, String after, String by, boolean told, Instant at) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    CaseOwners(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Makes this coordinator or lead the owner of a case that has none yet; somebody else's account changes nothing. */
    public void first(UUID caseId, String account) {
        jdbc.sql("""
                INSERT INTO apusilta.case_owner (case_id, account, since)
                SELECT :case, username, :now FROM apusilta.account WHERE username = :account AND role IN ('COORDINATOR', 'LEAD')
                ON CONFLICT DO NOTHING""")
                .param("case", caseId).param("account", account).param("now", now()).update();
    }

    Optional<String> of(UUID caseId) {
        return jdbc.sql("SELECT account FROM apusilta.case_owner WHERE case_id = :case").param("case", caseId).query(String.class).optional();
    }

    /** Takes the row for this transaction, so that two who hand over the same case meet here. */
    Optional<String> locked(UUID caseId) {
        return jdbc.sql("SELECT account FROM apusilta.case_owner WHERE case_id = :case FOR UPDATE").param("case", caseId).query(String.class).optional();
    }

    /** @return the open cases this person answers for */
    List<UUID> openCases(String account) {
        return jdbc.sql("""
                SELECT o.case_id FROM apusilta.case_owner o JOIN apusilta.help_request r ON r.id = o.case_id
                WHERE o.account = :account AND r.outcome IS NULL ORDER BY r.received_at, r.id""")
                .param("account", account).query(UUID.class).list();
    }

    /** @return the cases with a task this person has claimed */
    List<UUID> casesClaimedIn(String account) {
        return jdbc.sql("SELECT DISTINCT case_id FROM apusilta.open_task WHERE assignee = :account").param("account", account).query(UUID.class).list();
    }

    void change(UUID caseId, @Nullable String before, String after, String by, boolean told) {
        jdbc.sql("""
                INSERT INTO apusilta.case_owner (case_id, account, since) VALUES (:case, :after, :now)
                ON CONFLICT (case_id) DO UPDATE SET account = excluded.account, since = excluded.since""")
                .param("case", caseId).param("after", after).param("now", now()).update();
        jdbc.sql("""
                INSERT INTO apusilta.case_handover (id, case_id, before, after, by, told, at)
                VALUES (gen_random_uuid(), :case, :before, :after, :by, :told, :now)""")
                .param("case", caseId).param("before", before).param("after", after).param("by", by).param("told", told).param("now", now()).update();
    }

    List<Change> changes(UUID caseId) {
        return jdbc.sql("SELECT before, after, by, told, at FROM apusilta.case_handover WHERE case_id = :case ORDER BY at").param("case", caseId)
                .query((row, i) -> new Change(row.getString("before"), row.getString("after"), row.getString("by"), row.getBoolean("told"),
                        row.getObject("at", OffsetDateTime.class).toInstant())).list();
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
