package org.apusilta.casefile.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.casefile.Documents;
import org.apusilta.security.Access;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Documents in {@code case_document}. */
@Service
@Transactional
class KeptDocuments implements Documents {

    private static final int LONGEST_NAME = 200;

    private final CaseDoor door;
    private final CaseNames names;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeptDocuments(CaseDoor door, CaseNames names, Access access, JdbcClient jdbc, Clock clock) {
        this.door = door;
        this.names = names;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UUID add(UUID caseId, String name, byte[] content) {
        door.open(caseId);
        if (content.length == 0) {
            throw new Refused(Problem.EMPTY);
        }
        if (content.length > LARGEST) {
            throw new Refused(Problem.TOO_LARGE);
        }
        var plain = plain(name);
        var type = DocumentType.of(plain, content).orElseThrow(() -> new Refused(Problem.TYPE));
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO apusilta.case_document (id, case_id, name, type, size, content, author, added_at)
                VALUES (:id, :case, :name, :type, :size, :content, :author, :now)""")
                .param("id", id).param("case", caseId).param("name", plain).param("type", type.mediaType()).param("size", content.length)
                .param("content", content).param("author", access.username()).param("now", now()).update();
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Document> of(UUID caseId) {
        return jdbc.sql("""
                SELECT id, name, type, size, author, added_at,
                       (SELECT count(*) FROM apusilta.case_document_opened o WHERE o.document_id = d.id) AS opened
                FROM apusilta.case_document d WHERE case_id = :case ORDER BY added_at, id""").param("case", caseId)
                .query((row, i) -> new Document(row.getObject("id", UUID.class), row.getString("name"), row.getString("type"), row.getLong("size"),
                        names.staff(row.getString("author")), row.getObject("added_at", OffsetDateTime.class).toInstant(), row.getInt("opened")))
                .list();
    }

    @Override
    public Content open(UUID caseId, UUID documentId) {
        door.open(caseId);
        var found = jdbc.sql("SELECT name, type, content FROM apusilta.case_document WHERE id = :id AND case_id = :case").param("id", documentId)
                .param("case", caseId).query(Content.class).optional().orElseThrow(() -> new NoSuchElementException("no such document"));
        jdbc.sql("INSERT INTO apusilta.case_document_opened (document_id, account, at) VALUES (:id, :account, :now)")
                .param("id", documentId).param("account", access.username()).param("now", now()).update();
        return found;
    }

    /** The file's own name, however the browser sent its path. */
    private static String plain(String name) {
        var last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1).replaceAll("[\\p{Cntrl}\"<>|:*?]", "").strip();
        return last.length() > LONGEST_NAME ? last.substring(last.length() - LONGEST_NAME) : last;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
