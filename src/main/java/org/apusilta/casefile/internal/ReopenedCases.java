package org.apusilta.casefile.internal;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.casefile.Reopening;
import org.apusilta.request.HelpRequests;
import org.apusilta.security.Access;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reopens cases, with the reason in both. */
@Service
@Transactional
class ReopenedCases implements Reopening {

    private final CaseDoor door;
    private final HelpRequests requests;
    private final CaseNotes notes;
    private final CaseNames names;
    private final CaseOwners owners;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    ReopenedCases(CaseDoor door, HelpRequests requests, CaseNotes notes, CaseNames names, CaseOwners owners, Access access, JdbcClient jdbc, Clock clock) {
        this.door = door;
        this.requests = requests;
        this.notes = notes;
        this.names = names;
        this.owners = owners;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean possible(UUID caseId) {
        return door.open(caseId).outcome() != null && !requests.died(caseId) && requests.next(caseId).isEmpty();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<UUID> next(UUID caseId) {
        door.open(caseId);
        return requests.next(caseId);
    }

    @Override
    public UUID reopen(UUID caseId, Reason reason, String words, boolean clientAgreed) {
        door.open(caseId);
        var why = Texts.checked(words);
        if (!clientAgreed) {
            throw new IllegalArgumentException("the client has not been asked");
        }
        var id = requests.reopen(caseId, names.staff(access.username()));
        notes.add(caseId, CaseNotes.About.REOPENING, why, access.username());
        notes.add(id, CaseNotes.About.REOPENING, why, access.username());
        owners.first(id, access.username());
        jdbc.sql("INSERT INTO apusilta.case_reopening (old_case, new_case, reason, by, at) VALUES (:old, :new, :reason, :by, :now)")
                .param("old", caseId).param("new", id).param("reason", reason.name()).param("by", access.username())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        return id;
    }
}
