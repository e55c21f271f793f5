package org.apusilta.volunteer.internal;

import jakarta.annotation.PreDestroy;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Template;
import org.apusilta.security.Access;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * One message to many (R58), each by a way they have agreed to. First kept and looked at; at the moment of sending everybody's consent is
 * asked once more, one row each says who gets it and who does not and why, and the messages are written beside the caller, some at a time.
 */
@Service
public class BulkMessages {

    public static final List<String> CHANNELS = List.of("EMAIL", "SMS", "LETTER");
    /** Longest text, in characters. */
    public static final int LONGEST = 3_000;

    private static final Logger LOG = LoggerFactory.getLogger(BulkMessages.class);
    private static final Duration SILENT = Duration.ofMinutes(2);
    private static final int EACH = 50;

    private final JdbcClient jdbc;
    private final RegisterSearch search;
    private final Messages messages;
    private final Access access;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ExecutorService beside = Executors.newSingleThreadExecutor(work -> {
        var thread = new Thread(work, "register-messages");
        thread.setDaemon(true);
        return thread;
    });

    BulkMessages(JdbcClient jdbc, RegisterSearch search, Messages messages, Access access, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.search = search;
        this.messages = messages;
        this.access = access;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** @param state DRAFT, SENDING, SENT; CUT when the sending was cut short and can be gone on with */
    public record Bulk(UUID id, String kind, String query, List<String> channels, String wordsFi, String wordsSv, String wordsEn, String state, String madeBy, Instant madeAt) {}

    /** @param channel by which way, null when they do not get it @param reason LEFT, NO_NEWSLETTER, NO_CONSENT or NO_ADDRESS */
    public record Addressee(UUID id, String name, String language, @Nullable String channel, @Nullable String reason) {}

    /** @param kind INFO, or NEWSLETTER, which needs that consent, too @throws IllegalArgumentException when there are no words, they are too long, or no way is chosen */
    @Transactional
    public UUID draft(String kind, RegisterQuery query, List<String> channels, String fi, String sv, String en) {
        if (!Set.of("INFO", "NEWSLETTER").contains(kind) || channels.isEmpty() || !CHANNELS.containsAll(channels) || fi.isBlank()
                || List.of(fi, sv, en).stream().anyMatch(words -> words.length() > LONGEST || words.indexOf('\0') >= 0)) {
            throw new IllegalArgumentException("words and ways");
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO apusilta.bulk_message (id, kind, query, channels, words_fi, words_sv, words_en, state, made_by, made_at)
                VALUES (:id, :kind, :query, :channels, :fi, :sv, :en, 'DRAFT', :by, :now)""").param("id", id).param("kind", kind).param("query", query.at(1).address())
                .param("channels", CHANNELS.stream().filter(channels::contains).toArray(String[]::new)).param("fi", fi.strip()).param("sv", sv.strip()).param("en", en.strip())
                .param("by", access.username()).param("now", Timestamp.from(clock.instant())).update();
        return id;
    }

    /** @return the caller's own message @throws NoSuchElementException when there is none */
    @Transactional(readOnly = true)
    public Bulk find(UUID id) {
        return jdbc.sql("SELECT * FROM apusilta.bulk_message WHERE id = :id AND made_by = :me").param("id", id).param("me", access.username()).query((row, n) -> {
            var alive = row.getTimestamp("alive_at");
            var cut = row.getString("state").equals("SENDING") && alive.toInstant().isBefore(clock.instant().minus(SILENT));
            return new Bulk(id, row.getString("kind"), row.getString("query"), List.of((String[]) row.getArray("channels").getArray()), row.getString("words_fi"), row.getString("words_sv"),
                    row.getString("words_en"), cut ? "CUT" : row.getString("state"), row.getString("made_by"), row.getTimestamp("made_at").toInstant());
        }).optional().orElseThrow(() -> new NoSuchElementException("no such message"));
    }

    /** @return who would get it now and who not, by name; after the sending, who did */
    @Transactional(readOnly = true)
    public List<Addressee> addressees(UUID id) {
        var bulk = find(id);
        if (!bulk.state().equals("DRAFT")) {
            return jdbc.sql("""
                    SELECT v.id, v.given_name || ' ' || v.family_name AS name, v.language, r.channel, r.reason FROM apusilta.bulk_recipient r JOIN apusilta.volunteer v ON v.id = r.volunteer_id
                    WHERE r.bulk_id = :id ORDER BY v.family_name, v.given_name, v.id""").param("id", id).query(Addressee.class).list();
        }
        return now(bulk);
    }

    /** @return how many of these messages were written @param id a message that is sent */
    @Transactional(readOnly = true)
    public Map<String, Integer> progress(UUID id) {
        var bulk = find(id);
        var counts = new LinkedHashMap<String, Integer>();
        jdbc.sql("SELECT count(*) FILTER (WHERE message_id IS NOT NULL) AS done, count(*) FILTER (WHERE channel IS NOT NULL) AS total FROM apusilta.bulk_recipient WHERE bulk_id = :id")
                .param("id", bulk.id()).query((row, n) -> {
                    counts.put("done", row.getInt("done"));
                    return counts.put("total", row.getInt("total"));
                }).list();
        return counts;
    }

    private List<Addressee> now(Bulk bulk) {
        var ids = search.ids(Sight.ofDistricts(access.districts()), RegisterQuery.parse(bulk.query()));
        return ids.isEmpty() ? List.of() : jdbc.sql("""
                WITH agreed AS (SELECT volunteer_id, array_agg(what) AS ways FROM apusilta.volunteer_consent WHERE given GROUP BY volunteer_id)
                SELECT v.id, v.given_name || ' ' || v.family_name AS name, v.language, CASE WHEN left_out.reason IS NULL THEN way.way END AS channel,
                       coalesce(left_out.reason, CASE WHEN way.way IS NULL THEN CASE WHEN agreed.ways && cast(:channels AS varchar[]) THEN 'NO_ADDRESS' ELSE 'NO_CONSENT' END END) AS reason
                FROM apusilta.volunteer v LEFT JOIN agreed ON agreed.volunteer_id = v.id
                CROSS JOIN LATERAL (SELECT CASE WHEN v.status = 'LEFT' THEN 'LEFT'
                                                WHEN :kind = 'NEWSLETTER' AND NOT coalesce('NEWSLETTER' = ANY (agreed.ways), false) THEN 'NO_NEWSLETTER' END AS reason) AS left_out
                LEFT JOIN LATERAL (SELECT chosen.way FROM unnest(cast(:channels AS varchar[])) WITH ORDINALITY AS chosen (way, place)
                    WHERE chosen.way = ANY (agreed.ways) AND (chosen.way = 'LETTER' OR chosen.way = 'EMAIL' AND v.email <> '' OR chosen.way = 'SMS' AND v.phone <> '')
                    ORDER BY chosen.place LIMIT 1) AS way ON true
                WHERE v.id = ANY (:ids) ORDER BY v.family_name, v.given_name, v.id""")
                .param("channels", bulk.channels().toArray(String[]::new)).param("kind", bulk.kind()).param("ids", ids.toArray(UUID[]::new)).query(Addressee.class).list();
    }

    /** Sends it; pressed twice, it is sent once; cut short, it goes on where it stood. @return false when it is being sent already, or was */
    public boolean send(UUID id) {
        var begun = transaction.execute(tx -> {
            var bulk = find(id);
            var everybody = bulk.state().equals("DRAFT") ? now(bulk) : List.<Addressee>of();
            boolean mine = jdbc.sql("""
                    UPDATE apusilta.bulk_message SET state = 'SENDING', alive_at = :now, sent_at = coalesce(sent_at, :now) WHERE id = :id AND (state = 'DRAFT' OR state = 'SENDING' AND alive_at < :silent)""")
                    .param("now", Timestamp.from(clock.instant())).param("silent", Timestamp.from(clock.instant().minus(SILENT))).param("id", id).update() == 1;
            if (mine) {
                everybody.forEach(one -> jdbc.sql("INSERT INTO apusilta.bulk_recipient (bulk_id, volunteer_id, channel, reason) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")
                        .params(id, one.id(), one.channel(), one.reason()).update());
            }
            return mine ? bulk : null;
        });
        if (begun == null) {
            return false;
        }
        beside.execute(() -> work(begun));
        return true;
    }

    @PreDestroy
    void stop() {
        beside.shutdownNow();
    }

    private void work(Bulk bulk) {
        try {
            while (Boolean.TRUE.equals(transaction.execute(tx -> some(bulk)))) {
                // the next ones
            }
            transaction.executeWithoutResult(tx -> jdbc.sql("UPDATE apusilta.bulk_message SET state = 'SENT' WHERE id = ?").param(bulk.id()).update());
        } catch (RuntimeException failed) {
            LOG.warn("The message {} to many stopped and can be gone on with: {}", bulk.id(), failed.getClass().getSimpleName());
        }
    }

    private record Waiting(UUID id, String name, @Nullable String email, @Nullable String phone, String language, String channel) {}

    private boolean some(Bulk bulk) {
        var waiting = jdbc.sql("""
                SELECT v.id, v.given_name || ' ' || v.family_name AS name, v.email, v.phone, v.language, r.channel FROM apusilta.bulk_recipient r JOIN apusilta.volunteer v ON v.id = r.volunteer_id
                WHERE r.bulk_id = :id AND r.channel IS NOT NULL AND r.message_id IS NULL ORDER BY v.id LIMIT :many FOR UPDATE OF r SKIP LOCKED""")
                .param("id", bulk.id()).param("many", EACH).query(Waiting.class).list();
        waiting.forEach(one -> {
            var words = one.language().equals("sv") && !bulk.wordsSv().isEmpty() ? bulk.wordsSv() : one.language().equals("en") && !bulk.wordsEn().isEmpty() ? bulk.wordsEn() : bulk.wordsFi();
            var to = new Recipient(Recipient.Role.VOLUNTEER, one.name(), one.channel().equals("EMAIL") ? one.email() : null, one.channel().equals("SMS") ? one.phone() : null, one.language());
            var message = messages.send(new Messages.Draft(one.id(), to, Template.REGISTER_MESSAGE.key(), Map.of("words", words), null));
            jdbc.sql("UPDATE apusilta.bulk_recipient SET message_id = ? WHERE bulk_id = ? AND volunteer_id = ?").params(message, bulk.id(), one.id()).update();
        });
        jdbc.sql("UPDATE apusilta.bulk_message SET alive_at = ? WHERE id = ?").params(Timestamp.from(clock.instant()), bulk.id()).update();
        return !waiting.isEmpty();
    }
}
