package org.apusilta.volunteer.internal;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Scans of agreements with the city that were signed on paper. Each belongs to one version and never changes; each opening is recorded. */
@Service
@Transactional
public class CityPapers {

    /** Largest scan, in bytes. */
    public static final int LARGEST = 10 * 1024 * 1024;

    private static final Map<String, String> BEGINNINGS = Map.of("application/pdf", "%PDF-", "image/png", "\u0089PNG\r\n", "image/jpeg", "\u00ff\u00d8\u00ff");

    private final JdbcClient jdbc;
    private final ProofPeople people;

    CityPapers(JdbcClient jdbc, ProofPeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** @param opened how often it was opened */
    public record Paper(UUID id, int number, String type, String author, Instant addedAt, int opened) {}

    /** @param name for saving it, without anybody's name */
    public record Content(String name, String type, byte[] bytes) {}

    /** @return null when it was kept, else why not: TYPE, SIZE or AGREEMENT (nobody was asked to sign this version) */
    public @Nullable String add(UUID personId, int number, byte[] content, String by) {
        if (content.length == 0 || content.length > LARGEST) {
            return "SIZE";
        }
        var type = type(content);
        var version = jdbc.sql("SELECT id FROM apusilta.city_agreement WHERE person_id = :person AND number = :number AND asked_at IS NOT NULL AND dropped_at IS NULL")
                .param("person", personId).param("number", number).query(UUID.class).optional();
        if (type.isEmpty() || version.isEmpty()) {
            return type.isEmpty() ? "TYPE" : "AGREEMENT";
        }
        jdbc.sql("INSERT INTO apusilta.city_agreement_paper (id, agreement_id, type, content, author, added_at) VALUES (:id, :agreement, :type, :content, :by, :now)")
                .param("id", UUID.randomUUID()).param("agreement", version.get()).param("type", type.get()).param("content", content).param("by", by)
                .param("now", people.now()).update();
        return null;
    }

    private static Optional<String> type(byte[] content) {
        var begin = new String(content, 0, Math.min(content.length, 8), StandardCharsets.ISO_8859_1);
        return BEGINNINGS.entrySet().stream().filter(one -> begin.startsWith(one.getValue())).map(Map.Entry::getKey).findFirst();
    }

    /** @return the scans of all versions of this person's agreement, oldest first */
    @Transactional(readOnly = true)
    public List<Paper> of(UUID personId) {
        return jdbc.sql("""
                SELECT p.id, a.number, p.type, p.author, p.added_at, (SELECT count(*) FROM apusilta.city_agreement_paper_opened o WHERE o.paper_id = p.id) AS opened
                FROM apusilta.city_agreement_paper p JOIN apusilta.city_agreement a ON a.id = p.agreement_id WHERE a.person_id = :person ORDER BY p.added_at, p.id""")
                .param("person", personId).query((row, n) -> new Paper(row.getObject("id", UUID.class), row.getInt("number"), row.getString("type"), row.getString("author"),
                        row.getObject("added_at", OffsetDateTime.class).toInstant(), row.getInt("opened"))).list();
    }

    /** Opens one, and records that the caller did. @throws NoSuchElementException when this person has no such scan */
    public Content open(UUID personId, UUID paper, String by) {
        var found = jdbc.sql("SELECT p.type, p.content, a.number FROM apusilta.city_agreement_paper p JOIN apusilta.city_agreement a ON a.id = p.agreement_id WHERE p.id = :id AND a.person_id = :person")
                .param("id", paper).param("person", personId).query((row, n) -> new Content("agreement-" + row.getInt("number") + "." + row.getString("type").replaceAll(".*/", ""),
                        row.getString("type"), row.getBytes("content"))).optional().orElseThrow(() -> new NoSuchElementException("no such scan"));
        jdbc.sql("INSERT INTO apusilta.city_agreement_paper_opened (paper_id, account, at) VALUES (:id, :by, :now)").param("id", paper).param("by", by).param("now", people.now()).update();
        return found;
    }
}
