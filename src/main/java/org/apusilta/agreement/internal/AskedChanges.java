package org.apusilta.agreement.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.agreement.AgreementChanges;
import org.apusilta.engine.Typed;
import org.apusilta.request.HelpRequests;
import org.apusilta.security.Access;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps why an agreement is to be changed, and starts the process in the same transaction. */
@Service
@Transactional
class AskedChanges implements AgreementChanges {

    private final HelpRequests requests;
    private final AgreementVersions versions;
    private final ChangeProcess process;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    AskedChanges(@Lazy HelpRequests requests, AgreementVersions versions, @Lazy ChangeProcess process, Access access, JdbcClient jdbc, Clock clock) {
        this.requests = requests;
        this.versions = versions;
        this.process = process;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public void ask(UUID caseId, Reason reason, String words) {
        var facts = requests.find(caseId).orElseThrow(() -> new NoSuchElementException("no such case"));
        access.requireDistrict(facts.major());
        var clean = Typed.clean(words, true);
        if (clean.isEmpty() || clean.length() > LONGEST || clean.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("say what is to change, in 1 to " + LONGEST + " characters");
        }
        // two who ask at the same instant: the second waits here and then sees the first one's draft
        if (versions.lockHolding(caseId).isEmpty() || versions.lockOpen(caseId).isPresent()) {
            throw new IllegalStateException("no agreement holds, or a new version is being made");
        }
        because(caseId, reason, clean, access.username());
        process.start(caseId, facts.major());
    }

    @Override
    public void because(UUID caseId, Reason reason, String words, String by) {
        jdbc.sql("INSERT INTO apusilta.agreement_change (case_id, reason, words, asked_by, asked_at) VALUES (:case, :reason, :words, :by, :now)")
                .param("case", caseId).param("reason", reason.name()).param("words", words.substring(0, Math.min(words.length(), LONGEST))).param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
    }

    @Override
    @Transactional(readOnly = true)
    public boolean possible(UUID caseId) {
        var open = versions.findByCaseIdOrderByNumber(caseId).stream().map(AgreementVersion::view).filter(v -> v.endedAt() == null).toList();
        return open.size() == 1 && open.get(0).sealedAt() != null;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Change> of(UUID caseId) {
        return jdbc.sql("SELECT reason, words, asked_by, asked_at FROM apusilta.agreement_change WHERE case_id = :case ORDER BY id").param("case", caseId)
                .query((row, i) -> new Change(Reason.valueOf(row.getString("reason")), row.getString("words"), row.getString("asked_by"),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant())).list();
    }
}
