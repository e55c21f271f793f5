package org.apusilta.partner.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.partner.NetworkAsks;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of askings. Who is first is decided by one conditional update: of eight at the same instant one gets it. */
@Repository
class NetworkRows {

    /** One member's part of an asking. @param answer YES or NO, null while nothing was said */
    record Part(UUID id, UUID askId, UUID caseId, String instanceId, UUID partnerId, NetworkAsks.State state, Instant answerBy, @Nullable UUID takerId, @Nullable String answer) {}

    private final JdbcClient jdbc;
    private final Clock clock;

    NetworkRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    List<NetworkAsks.Network> networks() {
        return jdbc.sql("""
                SELECT n.id, n.name, count(*) AS members FROM apusilta.partner_network n
                JOIN apusilta.partner_membership m ON m.network_id = n.id JOIN apusilta.partner p ON p.id = m.partner_id AND p.active
                WHERE EXISTS (SELECT 1 FROM apusilta.partner_contact c WHERE c.partner_id = p.id)
                GROUP BY n.id, n.name ORDER BY n.name""").query(NetworkAsks.Network.class).list();
    }

    /** @return the asking's id, with a part for each active member */
    UUID open(UUID caseId, String instanceId, UUID network, Instant answerBy) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO apusilta.network_ask (id, case_id, instance_id, network_id, state, asked_at, answer_by) VALUES (?, ?, ?, ?, 'OPEN', ?, ?)")
                .params(id, caseId, instanceId, network, now(), Timestamp.from(answerBy)).update();
        jdbc.sql("""
                INSERT INTO apusilta.network_ask_member (id, ask_id, partner_id)
                SELECT gen_random_uuid(), ?, p.id FROM apusilta.partner_membership m JOIN apusilta.partner p ON p.id = m.partner_id AND p.active
                WHERE m.network_id = ? AND EXISTS (SELECT 1 FROM apusilta.partner_contact c WHERE c.partner_id = p.id)""").params(id, network).update();
        return id;
    }

    List<Part> parts(UUID askId) {
        return jdbc.sql(PART + "WHERE a.id = ? ORDER BY m.id").param(askId).query(Part.class).list();
    }

    Optional<Part> part(UUID id) {
        return jdbc.sql(PART + "WHERE m.id = ?").param(id).query(Part.class).optional();
    }

    /** @return whether nobody had it until now */
    boolean take(UUID askId, UUID partnerId) {
        return jdbc.sql("UPDATE apusilta.network_ask SET state = 'TAKEN', taker_id = ?, closed_at = ? WHERE id = ? AND state = 'OPEN'")
                .params(partnerId, now(), askId).update() == 1;
    }

    /** The last word of a member before the asking is over counts. */
    void answered(UUID partId, boolean yes) {
        jdbc.sql("UPDATE apusilta.network_ask_member SET answer = ?, answered_at = ? WHERE id = ? AND answer IS NULL").params(yes ? "YES" : "NO", now(), partId).update();
    }

    /** Locks the asking, so that of two last members who say no one sees that all have. @return whether nobody is left to answer */
    boolean allSaidNo(UUID askId) {
        jdbc.sql("SELECT state FROM apusilta.network_ask WHERE id = ? FOR UPDATE").param(askId).query(String.class).single();
        return jdbc.sql("SELECT count(*) FROM apusilta.network_ask_member WHERE ask_id = ? AND answer IS DISTINCT FROM 'NO'").param(askId).query(Integer.class).single() == 0;
    }

    /** @return whether it was open until now */
    boolean close(UUID askId) {
        return jdbc.sql("UPDATE apusilta.network_ask SET state = 'CLOSED', closed_at = ? WHERE id = ? AND state = 'OPEN'").params(now(), askId).update() == 1;
    }

    List<NetworkAsks.Ask> of(UUID caseId) {
        return jdbc.sql("""
                SELECT a.id, n.name AS network, a.state, a.asked_at, a.answer_by, p.name AS taker, a.closed_at
                FROM apusilta.network_ask a JOIN apusilta.partner_network n ON n.id = a.network_id LEFT JOIN apusilta.partner p ON p.id = a.taker_id
                WHERE a.case_id = ? ORDER BY a.asked_at, a.id""").param(caseId).query(this::ask).list();
    }

    /** @return the member that said yes last, while nothing has come of it yet: no hand-off since, or the first one since is still being prepared */
    Optional<UUID> promised(UUID caseId) {
        return jdbc.sql("""
                SELECT a.taker_id FROM apusilta.network_ask a WHERE a.case_id = ? AND a.state = 'TAKEN'
                AND NOT EXISTS (SELECT 1 FROM apusilta.hand_off h WHERE h.case_id = a.case_id AND h.opened_at >= a.closed_at AND h.state <> 'PREPARING')
                ORDER BY a.closed_at DESC LIMIT 1""").param(caseId).query(UUID.class).optional();
    }

    private static final String PART = """
            SELECT m.id, m.ask_id, a.case_id, a.instance_id, m.partner_id, a.state, a.answer_by, a.taker_id, m.answer
            FROM apusilta.network_ask_member m JOIN apusilta.network_ask a ON a.id = m.ask_id
            """;

    private NetworkAsks.Ask ask(ResultSet row, int n) throws SQLException {
        var id = row.getObject("id", UUID.class);
        var members = jdbc.sql("""
                SELECT m.id, p.name AS partner, m.answer = 'YES' AS yes, m.answered_at FROM apusilta.network_ask_member m
                JOIN apusilta.partner p ON p.id = m.partner_id WHERE m.ask_id = ? ORDER BY p.name""").param(id).query(NetworkAsks.Member.class).list();
        var closed = row.getTimestamp("closed_at");
        return new NetworkAsks.Ask(id, row.getString("network"), NetworkAsks.State.valueOf(row.getString("state")), row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("answer_by").toInstant(), row.getString("taker"), closed == null ? null : closed.toInstant(), members);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
