package org.apusilta.partner.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.partner.HandOffs.Consent;
import org.apusilta.partner.HandOffs.HandOff;
import org.apusilta.partner.HandOffs.State;
import org.apusilta.partner.HandOffs;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of hand-offs. Each change of state is one conditional update, so of two at the same instant one wins. */
@Repository
class HandOffRows {

    private final JdbcClient jdbc;
    private final Clock clock;

    HandOffRows(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    UUID open(UUID caseId, String instanceId) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO apusilta.hand_off (id, case_id, instance_id, state, opened_at) VALUES (?, ?, ?, 'PREPARING', ?)")
                .params(id, caseId, instanceId, now()).update();
        return id;
    }

    void prepared(UUID id, UUID partner, @Nullable String summary, String shared, Consent consent) {
        jdbc.sql("""
                UPDATE apusilta.hand_off SET partner_id = ?, summary = ?, shared = ?, consent_from = ?, consent_how = ?, consent_on = ?,
                  recorded_by = ? WHERE id = ? AND state = 'PREPARING'
                """).params(partner, summary, shared, consent.from(), consent.how(), consent.on(), consent.recordedBy(), id).update();
    }

    /** A second asking begins the time to answer anew. */
    void asked(UUID id, Instant answerBy) {
        jdbc.sql("UPDATE apusilta.hand_off SET state = 'ASKED', asked_at = coalesce(asked_at, ?), answer_by = ?, reminded_at = null"
                + " WHERE id = ? AND state IN ('PREPARING', 'ASKED')").params(now(), Timestamp.from(answerBy), id).update();
    }

    boolean reminded(UUID id) {
        return jdbc.sql("UPDATE apusilta.hand_off SET reminded_at = ? WHERE id = ? AND state = 'ASKED' AND reminded_at IS NULL")
                .params(now(), id).update() == 1;
    }

    void silent(UUID id) {
        jdbc.sql("UPDATE apusilta.hand_off SET silent = true WHERE id = ? AND state = 'ASKED'").param(id).update();
    }

    /** @return whether it was waiting for the answer until now */
    boolean answered(UUID id, boolean yes, String by, @Nullable String reason) {
        return jdbc.sql("UPDATE apusilta.hand_off SET state = ?, answered_at = ?, answered_by = ?, return_reason = ?, closed_at = ?"
                        + " WHERE id = ? AND state = 'ASKED'")
                .params(yes ? "ACCEPTED" : "RETURNED", now(), by, reason, yes ? null : now(), id).update() == 1;
    }

    void arrivalAsked(UUID id) {
        jdbc.sql("UPDATE apusilta.hand_off SET arrival_asked_at = ?, arrival_at = null, arrival_by = null WHERE id = ? AND state = 'ACCEPTED'")
                .params(now(), id).update();
    }

    /** @return whether nobody had said it before */
    boolean arrivalTold(UUID id, String by) {
        return jdbc.sql("UPDATE apusilta.hand_off SET arrival_at = ?, arrival_by = ? WHERE id = ? AND state = 'ACCEPTED' AND arrival_at IS NULL")
                .params(now(), by, id).update() == 1;
    }

    /** @return whether it stood there until now */
    boolean close(UUID id, State from, State to) {
        return jdbc.sql("UPDATE apusilta.hand_off SET state = ?, closed_at = ? WHERE id = ? AND state = ?")
                .params(to.name(), now(), id, from.name()).update() == 1;
    }

    void opened(UUID id) {
        jdbc.sql("INSERT INTO apusilta.hand_off_opening (hand_off_id, opened_at) VALUES (?, ?)").params(id, now()).update();
    }

    /** @return by whom and when, oldest first */
    List<HandOffs.Opened> openings(UUID caseId) {
        return jdbc.sql("""
                SELECT p.name AS partner, o.opened_at AS at FROM apusilta.hand_off_opening o JOIN apusilta.hand_off h ON h.id = o.hand_off_id
                  JOIN apusilta.partner p ON p.id = h.partner_id WHERE h.case_id = ? ORDER BY o.opened_at, o.id""").param(caseId)
                .query((row, n) -> new HandOffs.Opened(row.getString("partner"), row.getTimestamp("at").toInstant())).list();
    }

    Optional<String> instance(UUID id) {
        return jdbc.sql("SELECT instance_id FROM apusilta.hand_off WHERE id = ?").param(id).query(String.class).optional();
    }

    Optional<HandOff> find(UUID id) {
        return jdbc.sql("SELECT * FROM apusilta.hand_off WHERE id = ?").param(id).query(HandOffRows::read).optional();
    }

    List<HandOff> of(UUID caseId) {
        return jdbc.sql("SELECT * FROM apusilta.hand_off WHERE case_id = ? ORDER BY opened_at, id").param(caseId).query(HandOffRows::read).list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static HandOff read(ResultSet row, int n) throws SQLException {
        var from = row.getString("consent_from");
        var consent = from == null ? null
                : new Consent(from, row.getString("consent_how"), row.getObject("consent_on", LocalDate.class), row.getString("recorded_by"));
        return new HandOff(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), State.valueOf(row.getString("state")),
                row.getTimestamp("opened_at").toInstant(), row.getObject("partner_id", UUID.class), row.getString("summary"),
                row.getString("shared"), consent, at(row, "asked_at"), at(row, "answer_by"), at(row, "reminded_at"), row.getBoolean("silent"),
                at(row, "answered_at"), row.getString("answered_by"), row.getString("return_reason"), at(row, "arrival_asked_at"),
                at(row, "arrival_at"), row.getString("arrival_by"), at(row, "closed_at"));
    }

    private static @Nullable Instant at(ResultSet row, String column) throws SQLException {
        var at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
