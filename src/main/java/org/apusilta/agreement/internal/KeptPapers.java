package org.apusilta.agreement.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.agreement.SignedPapers;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.security.Access;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Copies in {@code agreement_paper}; only those whose district the case is add and open them. */
@Service
@Transactional
class KeptPapers implements SignedPapers {

    private final HelpRequests requests;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    KeptPapers(@Lazy HelpRequests requests, Access access, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UUID add(UUID caseId, int version, SignedBy signedBy, byte[] content) {
        enter(caseId);
        if (content.length == 0) {
            throw new Refused(Problem.EMPTY);
        }
        if (content.length > LARGEST) {
            throw new Refused(Problem.TOO_LARGE);
        }
        var type = PaperType.of(content).orElseThrow(() -> new Refused(Problem.TYPE));
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO apusilta.agreement_paper (id, version_id, signed_by, type, size, content, author, added_at)
                VALUES (:id, :version, :by, :type, :size, :content, :author, :now)""")
                .param("id", id).param("version", asked(caseId, version)).param("by", signedBy.name()).param("type", type.mediaType())
                .param("size", content.length).param("content", content).param("author", access.username()).param("now", now()).update();
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Copy> of(UUID caseId) {
        return jdbc.sql("""
                SELECT p.id, v.number, p.signed_by, p.type, p.size, p.author, p.added_at,
                       (SELECT count(*) FROM apusilta.agreement_paper_opened o WHERE o.paper_id = p.id) AS opened
                FROM apusilta.agreement_paper p JOIN apusilta.agreement_version v ON v.id = p.version_id
                WHERE v.case_id = :case ORDER BY p.added_at, p.id""").param("case", caseId)
                .query((row, i) -> new Copy(row.getObject("id", UUID.class), row.getInt("number"), SignedBy.valueOf(row.getString("signed_by")), row.getString("type"),
                        row.getInt("size"), row.getString("author"), row.getObject("added_at", OffsetDateTime.class).toInstant(), row.getInt("opened")))
                .list();
    }

    @Override
    public Content open(UUID caseId, UUID copyId) {
        var facts = enter(caseId);
        var found = jdbc.sql("""
                SELECT p.type, p.content, v.number FROM apusilta.agreement_paper p JOIN apusilta.agreement_version v ON v.id = p.version_id
                WHERE p.id = :id AND v.case_id = :case""").param("id", copyId).param("case", caseId)
                .query((row, i) -> new Content(facts.reference() + "-" + row.getInt("number") + "." + PaperType.of(row.getString("type")).ending(),
                        row.getString("type"), row.getBytes("content")))
                .optional().orElseThrow(() -> new NoSuchElementException("no such copy"));
        jdbc.sql("INSERT INTO apusilta.agreement_paper_opened (paper_id, account, at) VALUES (:id, :account, :now)")
                .param("id", copyId).param("account", access.username()).param("now", now()).update();
        return found;
    }

    /** Words that can still change are not signed: a draft has no copies. */
    private UUID asked(UUID caseId, int version) {
        record Found(UUID id, boolean asked) {}
        var found = jdbc.sql("SELECT id, asked_at IS NOT NULL AS asked FROM apusilta.agreement_version WHERE case_id = :case AND number = :version")
                .param("case", caseId).param("version", version).query(Found.class).optional().orElseThrow(() -> new NoSuchElementException("no such version"));
        if (!found.asked()) {
            throw new Refused(Problem.NOT_ASKED);
        }
        return found.id();
    }

    private CaseFacts enter(UUID caseId) {
        var facts = requests.find(caseId).orElseThrow(() -> new NoSuchElementException("no such case"));
        access.requireDistrict(facts.major());
        return facts;
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
