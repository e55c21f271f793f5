package org.apusilta.request.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links to the status page for whoever sent the page's form. A random token, kept as a hash, that ends after a year. */
@Service
@Transactional
public class StatusLinks {

    private static final Duration VALID = Duration.ofDays(365);

    private final SecureRandom random = new SecureRandom();
    private final JdbcClient database;
    private final Clock clock;

    StatusLinks(JdbcClient database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** @return a new token for this request's status page */
    public String issue(UUID requestId) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.sql("insert into apusilta.status_link (token_hash, request_id, expires_at) values (:hash, :id, :until)")
                .param("hash", hash(token)).param("id", requestId).param("until", Timestamp.from(clock.instant().plus(VALID))).update();
        return token;
    }

    /** @return the request this token shows, while it is valid */
    public Optional<UUID> open(String token) {
        return database.sql("select request_id from apusilta.status_link where token_hash = :hash and expires_at > :now")
                .param("hash", hash(token)).param("now", Timestamp.from(clock.instant())).query(UUID.class).optional();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
