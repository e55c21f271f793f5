package org.apusilta.messaging.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.messaging.Messages.Attachment;
import org.apusilta.messaging.Messages.Sent;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.internal.LetterWriter.Letter;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of messages. */
@Repository
class Outbox {

    private static final String COLUMNS = "id, case_id, template, role, coalesce(address, '') address, name, channel, language, subject, body, html, "
            + "link_id, demo_path, state, attempts, written_at, sent_at, told_by, told_at";

    private final JdbcClient db;
    private final Clock clock;

    Outbox(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** @param path the live link, only where {@link Exits#remembersLinks} @param state unless nothing goes to this part or address any more, or for the time being */
    record Planned(UUID caseId, Recipient to, String channel, @Nullable String address, String template, String language, Letter letter,
            @Nullable UUID linkId, @Nullable String path, String state) {}

    /** A message somebody has taken to deliver. */
    record Claimed(UUID id, String channel, String address, String name, String subject, String body, String html, @Nullable UUID linkId, int attempts) {}

    /** What stands between this part or address and a message in this case is looked at in the same statement. */
    UUID add(Planned message) {
        var id = UUID.randomUUID();
        var now = at(clock.instant());
        db.sql("""
                INSERT INTO apusilta.message (id, case_id, role, channel, name, address, template, language, subject, body, html, link_id, demo_path,
                    state, next_try, written_at, sent_at)
                SELECT :id, :case, :role, :channel, :name, :address, :template, :language, :subject, :body, :html, :link, :path,
                    now.state, CASE WHEN now.state = 'PLANNED' THEN CAST(:now AS timestamptz) END, :now, CASE WHEN now.state = 'SENT' THEN CAST(:now AS timestamptz) END
                FROM (SELECT CASE WHEN EXISTS (SELECT 1 FROM apusilta.message_silence WHERE case_id = :case AND (role = :role OR address = :address)) THEN 'REVOKED'
                                  WHEN :state = 'SENT' AND EXISTS (SELECT 1 FROM apusilta.message_hold WHERE case_id = :case AND (role = :role OR address = :address)) THEN 'PLANNED'
                                  ELSE :state END) AS now (state)""")
                .param("id", id).param("case", message.caseId()).param("role", message.to().role().name()).param("channel", message.channel())
                .param("name", message.to().name()).param("address", message.address(), Types.VARCHAR).param("template", message.template())
                .param("language", message.language()).param("subject", message.letter().subject()).param("body", message.letter().body())
                .param("html", message.letter().html()).param("link", message.linkId(), Types.OTHER).param("path", message.path(), Types.VARCHAR)
                .param("state", message.state()).param("now", now).update();
        return id;
    }

    /** Written in the transaction that writes the message, so that nobody claims the one without the other. */
    void attach(UUID message, Attachment file) {
        db.sql("INSERT INTO apusilta.message_attachment (message_id, name, media_type, content) VALUES (?, ?, ?, ?)")
                .params(message, file.name(), file.mediaType(), file.content()).update();
    }

    Optional<Attachment> attachment(UUID message) {
        return db.sql("SELECT name, media_type, content FROM apusilta.message_attachment WHERE message_id = ?").param(message).query(Attachment.class).optional();
    }

    /** Takes the next due message for some minutes; a node that dies gives it back by itself. Never waits for another node. */
    Optional<Claimed> claim(Duration lease) {
        var now = clock.instant();
        return db.sql("""
                UPDATE apusilta.message SET state = 'SENDING', attempts = attempts + 1, next_try = :lease WHERE id = (
                    SELECT id FROM apusilta.message m WHERE next_try <= :now AND NOT EXISTS (SELECT 1 FROM apusilta.message_silence s
                        WHERE s.case_id = m.case_id AND (s.role = m.role OR s.address = m.address)) AND NOT EXISTS (SELECT 1 FROM apusilta.message_hold h
                        WHERE h.case_id = m.case_id AND (h.role = m.role OR h.address = m.address)) ORDER BY next_try, seq LIMIT 1 FOR UPDATE SKIP LOCKED)
                RETURNING id, channel, address, name, subject, body, html, link_id, attempts""")
                .param("lease", at(now.plus(lease))).param("now", at(now))
                .query((row, n) -> new Claimed(row.getObject("id", UUID.class), row.getString("channel"), row.getString("address"), row.getString("name"),
                        row.getString("subject"), row.getString("body"), row.getString("html"), row.getObject("link_id", UUID.class), row.getInt("attempts")))
                .optional();
    }

    void sent(UUID id, @Nullable String path) {
        db.sql("UPDATE apusilta.message SET state = 'SENT', next_try = NULL, sent_at = :now, demo_path = coalesce(:path, demo_path) WHERE id = :id AND state = 'SENDING'")
                .param("now", at(clock.instant())).param("path", path).param("id", id).update();
    }

    /** @param again when to try again, null to give up */
    void failed(UUID id, @Nullable Instant again) {
        db.sql("""
                UPDATE apusilta.message m SET state = CASE WHEN silent THEN 'REVOKED' ELSE :state END, next_try = CASE WHEN NOT silent THEN CAST(:again AS timestamptz) END
                FROM (SELECT id, EXISTS (SELECT 1 FROM apusilta.message_silence s WHERE s.case_id = one.case_id AND (s.role = one.role OR s.address = one.address)) silent
                      FROM apusilta.message one) known
                WHERE known.id = m.id AND m.id = :id AND m.state = 'SENDING'""")
                .param("state", again == null ? "FAILED" : "PLANNED").param("again", again == null ? null : at(again)).param("id", id).update();
    }

    /** @return whether it is told now, by this person or by another before */
    boolean told(UUID caseId, UUID id, String by) {
        return db.sql("""
                UPDATE apusilta.message SET state = 'TOLD', told_by = coalesce(told_by, :by), told_at = coalesce(told_at, :now)
                WHERE id = :id AND case_id = :case AND state IN ('BY_HAND', 'FAILED', 'TOLD')""")
                .param("by", by).param("now", at(clock.instant())).param("id", id).param("case", caseId).update() == 1;
    }

    /** Nothing goes to this part or address in this case any more; what waits is taken back, also what is just failing. */
    void silence(UUID caseId, Recipient.@Nullable Role role, @Nullable String address) {
        db.sql("INSERT INTO apusilta.message_silence (case_id, role, address, since) VALUES (:case, :role, :address, :now) ON CONFLICT DO NOTHING")
                .param("case", caseId).param("role", role == null ? null : role.name()).param("address", address).param("now", at(clock.instant())).update();
        db.sql("UPDATE apusilta.message SET state = 'REVOKED', next_try = NULL WHERE case_id = :case AND (role = :role OR address = :address) AND state IN ('PLANNED', 'FAILED', 'BY_HAND')")
                .param("case", caseId).param("role", role == null ? null : role.name()).param("address", address).update();
    }

    /** Nothing leaves to this part or address in this case for the time being. */
    void hold(UUID caseId, Recipient.@Nullable Role role, @Nullable String address) {
        db.sql("INSERT INTO apusilta.message_hold (case_id, role, address, since) VALUES (:case, :role, :address, :now) ON CONFLICT DO NOTHING")
                .param("case", caseId).param("role", role == null ? null : role.name()).param("address", address).param("now", at(clock.instant())).update();
    }

    void letGo(UUID caseId) {
        db.sql("DELETE FROM apusilta.message_hold WHERE case_id = ?").param(caseId).update();
    }

    List<Sent> of(UUID caseId) {
        return db.sql("SELECT " + COLUMNS + " FROM apusilta.message WHERE case_id = ? ORDER BY seq").param(caseId).query(Outbox::sent).list();
    }

    /** @return the last messages of all cases, newest last */
    List<Sent> latest(int limit) {
        return db.sql("SELECT * FROM (SELECT seq, " + COLUMNS + " FROM apusilta.message ORDER BY seq DESC LIMIT ?) m ORDER BY seq").param(limit)
                .query(Outbox::sent).list();
    }

    private static Sent sent(ResultSet row, int n) throws SQLException {
        var path = row.getString("demo_path");
        return new Sent(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getString("template"),
                Recipient.Role.valueOf(row.getString("role")), row.getString("address").isEmpty() ? row.getString("name") : row.getString("address"),
                row.getString("channel"), row.getString("subject"), row.getString("body").replace(LetterWriter.LINK, path == null ? "[…]" : path),
                path == null ? List.of() : List.of(path), row.getTimestamp("written_at").toInstant(), instant(row, "sent_at"), row.getString("state"),
                row.getString("told_by"), instant(row, "told_at"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
