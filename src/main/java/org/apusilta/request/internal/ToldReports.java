package org.apusilta.request.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.HelpRequests.DeathToldBy;
import org.apusilta.request.Reports;
import org.apusilta.request.process.CheckReportProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reports in their table. Public for {@code request.process} only. */
@Service
@Transactional
public class ToldReports implements Reports {

    private static final String COLUMNS = "id, case_id, kind, told_by, words, change_id, told_at, outcome, settled_by";

    private final JdbcClient jdbc;
    private final RequestRows rows;
    private final SameClient same;
    private final HelpRequests requests;
    private final Silence silence;
    private final ChangedRequests changes;
    private final CheckReportProcess process;
    private final Clock clock;

    ToldReports(JdbcClient jdbc, RequestRows rows, SameClient same, HelpRequests requests, Silence silence, @Lazy ChangedRequests changes, CheckReportProcess process,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.same = same;
        this.requests = requests;
        this.silence = silence;
        this.changes = changes;
        this.process = process;
        this.clock = clock;
    }

    @Override
    public void clientDied(UUID caseId, ToldBy by, @Nullable String words) {
        if (!requests.died(caseId) && of(caseId).stream().noneMatch(report -> report.kind().equals("DEATH") && report.outcome() == null)) {
            tell(caseId, "DEATH", by, words, null);
        }
    }

    /**
     * A client has died. Other open requests of a person of the same name and birth year, who can be reached or lives at the same place, may be
     * theirs, too: a person looks at each today; until then automatic messages wait, and nothing ends by itself.
     */
    void mayBeTheSame(UUID died, String reference) {
        same.open(died).forEach(other -> clientDied(other, ToldBy.OTHER_CASE, reference));
    }

    /** Somebody wants a change once two people have been brought together. */
    void change(UUID caseId, ToldBy by, UUID changeId, @Nullable String words) {
        tell(caseId, "CHANGE", by, words, changeId);
    }

    private void tell(UUID caseId, String kind, ToldBy by, @Nullable String words, @Nullable UUID changeId) {
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO apusilta.report (id, case_id, kind, told_by, words, change_id, told_at) VALUES (?, ?, ?, ?, ?, ?, ?)")
                .params(id, caseId, kind, by.name(), words, changeId, now()).update();
        if (kind.equals("DEATH")) {
            rows.findById(caseId).ifPresent(silence::hold);
        }
        process.start(caseId, requests.facts(caseId).major(), id, kind.equals("DEATH"));
    }

    /** A coordinator has checked it. @param so whether it is so @param by their account */
    public void heed(UUID reportId, boolean so, String by) {
        var report = jdbc.sql("SELECT " + COLUMNS + " FROM apusilta.report WHERE id = ?").param(reportId).query(Report.class).single();
        jdbc.sql("UPDATE apusilta.report SET outcome = ?, settled_by = ?, settled_at = ? WHERE id = ? AND outcome IS NULL")
                .params(so ? "CONFIRMED" : "NOT_SO", by, now(), reportId).update();
        if (so && report.kind().equals("DEATH")) {
            requests.clientDied(report.caseId(), toldBy(report), by);
        } else if (report.kind().equals("DEATH")) {
            stillAlive(report.caseId());
        } else if (so && report.changeId() != null) {
            changes.agreed(report.changeId(), by);
        }
    }

    /** The death is on record: nobody need check any more what was told of it. @param by account of who recorded it */
    void deathRecorded(UUID caseId, String by) {
        of(caseId).stream().filter(report -> report.kind().equals("DEATH") && report.outcome() == null).forEach(report -> {
            jdbc.sql("UPDATE apusilta.report SET outcome = 'CONFIRMED', settled_by = ?, settled_at = ? WHERE id = ? AND outcome IS NULL").params(by, now(), report.id()).update();
            process.settled(caseId, report.id());
        });
    }

    /** What was held back leaves, unless another report is still to be looked at. */
    private void stillAlive(UUID caseId) {
        if (of(caseId).stream().noneMatch(other -> other.kind().equals("DEATH") && other.outcome() == null)) {
            silence.lift(caseId);
        }
    }

    /** Behind the client's own link is, after a death, a relative. */
    private static DeathToldBy toldBy(Report report) {
        return switch (ToldBy.valueOf(report.toldBy())) {
            case REQUESTER -> DeathToldBy.REQUESTER;
            case VOLUNTEER -> DeathToldBy.VOLUNTEER;
            case CLIENT, OTHER_CASE -> DeathToldBy.OTHER;
        };
    }

    @Override
    @Transactional(readOnly = true)
    public List<Report> of(UUID caseId) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM apusilta.report WHERE case_id = ? ORDER BY told_at").param(caseId).query(Report.class).list();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
