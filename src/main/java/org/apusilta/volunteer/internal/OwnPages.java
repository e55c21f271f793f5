package org.apusilta.volunteer.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Links to volunteers' own pages and what they open. A link is good for a short while and once; the device that opens it first
 * holds a secret from then on, of which we keep the hash. A newer link opened elsewhere takes over.
 */
@Service
@Transactional
public class OwnPages {

    /** What a link's page is about, as in {@code LinkPage}. */
    public static final String PURPOSE = "own-page";

    /** What opening a link leads to on this device: it can be opened, is open here already, was opened on another device, is too old. */
    public enum Worth { NEW, HERE, ELSEWHERE, EXPIRED }

    /** Links stay known for so long, so that an old one is answered with a page that helps. */
    private static final Duration EXPLAINED = Duration.ofDays(60);

    private static final SecureRandom RANDOM = new SecureRandom();

    private record Asked(UUID id, String givenName, String familyName, @Nullable String email, @Nullable String phone, String language) {}

    private record Link(UUID id, UUID volunteerId, Instant expiresAt, @Nullable Instant openedAt) {}

    private final JdbcClient jdbc;
    private final Messages messages;
    private final Duration linkValid;
    private final Duration session;
    private final int mostLinks;
    private final Clock clock;

    OwnPages(JdbcClient jdbc, Messages messages, @Value("${apusilta.own-page.link-valid}") Duration linkValid,
            @Value("${apusilta.own-page.session}") Duration session, @Value("${apusilta.own-page.most-links}") int mostLinks, Clock clock) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.linkValid = linkValid;
        this.session = session;
        this.mostLinks = mostLinks;
        this.clock = clock;
    }

    /** Sends a link to everybody who is reached by this e-mail address or phone number, and tells the caller nothing. */
    public void ask(String contact) {
        reachedBy(contact).forEach(one -> send(one, !contact.contains("@")));
    }

    /** @return for how many minutes a link works */
    public long minutes() {
        return linkValid.toMinutes();
    }

    /** Two who share an address each get their own link; an entry that was merged leads to who stays. */
    private List<Asked> reachedBy(String contact) {
        var typed = contact.strip().toLowerCase(Locale.ROOT);
        var select = "SELECT id, given_name, family_name, email, phone, language FROM apusilta.volunteer WHERE id IN (SELECT apusilta.volunteer_current(v.id) FROM apusilta.volunteer v WHERE ";
        if (typed.contains("@")) {
            return jdbc.sql(select + "lower(v.email) = ?)").param(typed).query(Asked.class).list();
        }
        var digits = typed.replaceAll("[^0-9]", "").replaceFirst("^(00)?358", "0");
        return digits.length() < 6 ? List.of() : jdbc.sql(select
                + "regexp_replace(regexp_replace(v.phone, '[^0-9]', '', 'g'), '^(00)?358', '0') = ?)").param(digits).query(Asked.class).list();
    }

    private void send(Asked one, boolean byPhone) {
        var hourAgo = Timestamp.from(clock.instant().minus(Duration.ofHours(1)));
        if (jdbc.sql("SELECT count(*) FROM apusilta.own_event WHERE volunteer_id = ? AND what = 'SENT' AND happened_at > ?").params(one.id(), hourAgo)
                .query(Integer.class).single() >= mostLinks) {
            note(one.id(), "TOO_MANY");
            return;
        }
        var phoneOnly = new Recipient(Recipient.Role.VOLUNTEER, one.givenName() + " " + one.familyName(), null, one.phone(), one.language());
        var to = byPhone && messages.reaches(phoneOnly) ? phoneOnly
                : new Recipient(Recipient.Role.VOLUNTEER, phoneOnly.name(), one.email(), one.phone(), one.language());
        if (messages.reaches(to)) {
            var link = UUID.randomUUID();
            jdbc.sql("INSERT INTO apusilta.own_link (id, volunteer_id, made_at, expires_at) VALUES (?, ?, ?, ?)")
                    .params(link, one.id(), now(), Timestamp.from(clock.instant().plus(linkValid))).update();
            messages.send(new Draft(one.id(), to, "own-page-link", Map.of("minutes", String.valueOf(linkValid.toMinutes())), new LinkFor(PURPOSE, link, EXPLAINED)));
            note(one.id(), "SENT");
        }
    }

    /** @param secret what the device holds, null when nothing @return what this link is worth on it; nothing is changed by looking */
    @Transactional(readOnly = true)
    public Worth worth(UUID linkId, @Nullable String secret) {
        var link = find(linkId);
        if (link.openedAt() != null) {
            return secret != null && jdbc.sql(OPEN + "AND link_id = :link").param("hash", hash(secret)).param("now", now()).param("link", linkId)
                    .query(UUID.class).optional().isPresent() ? Worth.HERE : Worth.ELSEWHERE;
        }
        return clock.instant().isBefore(link.expiresAt()) ? Worth.NEW : Worth.EXPIRED;
    }

    /** Somebody came with a link that was opened elsewhere. In a transaction of its own: what only looks does not write. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void refused(UUID linkId) {
        note(find(linkId).volunteerId(), "REFUSED");
    }

    /** Opens the page on this device, once. @return the secret the device keeps; empty when the link is no longer worth it */
    public Optional<String> open(UUID linkId) {
        var opened = jdbc.sql("UPDATE apusilta.own_link SET opened_at = :now WHERE id = :id AND opened_at IS NULL AND expires_at > :now RETURNING volunteer_id")
                .param("now", now()).param("id", linkId).query(UUID.class).optional();
        return opened.map(volunteerId -> {
            jdbc.sql("UPDATE apusilta.own_session SET closed_at = ? WHERE volunteer_id = ? AND closed_at IS NULL AND ends_at > ? RETURNING link_id")
                    .params(now(), volunteerId, now()).query(UUID.class).list().forEach(former -> note(volunteerId, "TAKEN_OVER"));
            var bytes = new byte[24];
            RANDOM.nextBytes(bytes);
            var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            jdbc.sql("INSERT INTO apusilta.own_session (hash, link_id, volunteer_id, began_at, ends_at) VALUES (?, ?, ?, ?, ?)")
                    .params(hash(secret), linkId, volunteerId, now(), Timestamp.from(clock.instant().plus(session))).update();
            note(volunteerId, "OPENED");
            return secret;
        });
    }

    /** @return whose page is open on the device that holds this secret */
    @Transactional(readOnly = true)
    public Optional<UUID> volunteer(String secret) {
        return jdbc.sql(OPEN).param("hash", hash(secret)).param("now", now()).query(UUID.class).optional();
    }

    /** Closes the page on this device. */
    public void close(String secret) {
        jdbc.sql("UPDATE apusilta.own_session SET closed_at = ? WHERE hash = ? AND closed_at IS NULL RETURNING volunteer_id").params(now(), hash(secret))
                .query(UUID.class).optional().ifPresent(volunteerId -> note(volunteerId, "CLOSED"));
    }

    private static final String OPEN = "SELECT volunteer_id FROM apusilta.own_session WHERE hash = :hash AND closed_at IS NULL AND ends_at > :now ";

    private Link find(UUID linkId) {
        return jdbc.sql("SELECT id, volunteer_id, expires_at, opened_at FROM apusilta.own_link WHERE id = ?").param(linkId).query(Link.class).single();
    }

    private void note(UUID volunteerId, String what) {
        jdbc.sql("INSERT INTO apusilta.own_event (volunteer_id, what, happened_at) VALUES (?, ?, ?)").params(volunteerId, what, now()).update();
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
