package org.apusilta.messaging.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.messaging.Messages.LinkFor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The links that were given out, and their tokens' hashes. */
@Repository
class Links {

    private static final String PATH = "/l/";

    private final JdbcClient db;
    private final Clock clock;

    Links(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** One link as stored. */
    record Link(UUID id, UUID caseId, String purpose, UUID subject, String language, Instant expiresAt, @Nullable Instant usedAt,
            @Nullable Instant revokedAt) {

        boolean open(Instant now) {
            return revokedAt == null && now.isBefore(expiresAt);
        }
    }

    /** Gives out a link whose token is made when its message leaves. */
    Given add(UUID caseId, LinkFor link, String language) {
        var id = UUID.randomUUID();
        db.sql("INSERT INTO apusilta.link (id, case_id, purpose, subject, language, expires_at) VALUES (?, ?, ?, ?, ?, ?)")
                .params(id, caseId, link.purpose(), link.subject(), language, at(clock.instant().plus(link.validFor()))).update();
        return new Given(id, null);
    }

    /** @param path null where it is made when the message leaves */
    record Given(UUID id, @Nullable String path) {}

    /** Gives out a link that can be followed at once. */
    Given addOpen(UUID caseId, LinkFor link, String language) {
        var id = UUID.randomUUID();
        var token = Tokens.fresh();
        db.sql("""
                WITH given AS (INSERT INTO apusilta.link (id, case_id, purpose, subject, language, expires_at) VALUES (?, ?, ?, ?, ?, ?) RETURNING id)
                INSERT INTO apusilta.link_token (hash, link_id) SELECT ?, id FROM given""")
                .params(id, caseId, link.purpose(), link.subject(), language, at(clock.instant().plus(link.validFor())), Tokens.hash(token)).update();
        return new Given(id, PATH + token);
    }

    /** @return a path with a new token; earlier tokens of the link stay good, for their message may have arrived after all */
    String mint(UUID linkId) {
        var token = Tokens.fresh();
        db.sql("INSERT INTO apusilta.link_token (hash, link_id) VALUES (?, ?)").params(Tokens.hash(token), linkId).update();
        return PATH + token;
    }

    Optional<Link> find(String token) {
        return select(token, "");
    }

    /** Locked until the transaction ends: of two clicks at the same instant, the second sees what the first did. */
    Optional<Link> findAndLock(String token) {
        return select(token, " FOR UPDATE OF l");
    }

    void used(UUID id) {
        db.sql("UPDATE apusilta.link SET used_at = ? WHERE id = ?").params(at(clock.instant()), id).update();
    }

    /**
     * What is not used yet is worth nothing any more, and what was to bring it is not sent. By {@code array_position}, not {@code = ANY}: what is in the array
     * tells the database nothing it should plan anew for.
     */
    void revoke(UUID caseId, Collection<String> purposes) {
        db.sql("""
                WITH taken AS (
                  UPDATE apusilta.message m SET state = 'REVOKED', next_try = NULL FROM apusilta.link l
                  WHERE l.id = m.link_id AND m.case_id = :case AND array_position(:purposes::text[], l.purpose) IS NOT NULL AND l.used_at IS NULL AND m.state IN ('PLANNED', 'FAILED', 'BY_HAND'))
                UPDATE apusilta.link SET revoked_at = :now WHERE case_id = :case AND array_position(:purposes::text[], purpose) IS NOT NULL AND used_at IS NULL AND revoked_at IS NULL""")
                .param("now", at(clock.instant())).param("case", caseId).param("purposes", purposes.toArray(String[]::new)).update();
    }

    private Optional<Link> select(String token, String lock) {
        return db.sql("SELECT l.* FROM apusilta.link l JOIN apusilta.link_token t ON t.link_id = l.id WHERE t.hash = ?" + lock)
                .param(Tokens.hash(token))
                .query((row, n) -> new Link(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getString("purpose"),
                        row.getObject("subject", UUID.class), row.getString("language"), row.getTimestamp("expires_at").toInstant(),
                        Outbox.instant(row, "used_at"), Outbox.instant(row, "revoked_at")))
                .optional();
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
