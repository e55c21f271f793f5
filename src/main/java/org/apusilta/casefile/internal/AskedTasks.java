package org.apusilta.casefile.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.casefile.AdHocTasks;
import org.apusilta.casefile.CaseClosed;
import org.apusilta.casefile.process.AdHocTaskProcess;
import org.apusilta.request.ByHand;
import org.apusilta.request.HelpRequests;
import org.apusilta.security.Access;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was asked for, and starts its process in the same transaction. */
@Service
@Transactional
public class AskedTasks implements AdHocTasks {

    private final CaseDoor door;
    private final HelpRequests requests;
    private final AdHocTaskProcess process;
    private final CaseNames names;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    AskedTasks(CaseDoor door, HelpRequests requests, AdHocTaskProcess process, CaseNames names, Access access, JdbcClient jdbc, Clock clock) {
        this.door = door;
        this.requests = requests;
        this.process = process;
        this.names = names;
        this.access = access;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    public UUID ask(UUID caseId, Kind kind, String what) {
        var facts = door.open(caseId);
        var clean = Texts.checked(what);
        if (!Kind.ASKED.contains(kind)) {
            throw new IllegalArgumentException("nobody asks for this");
        }
        if (facts.outcome() != null) {
            throw new CaseClosed();
        }
        return keep(caseId, facts.major(), kind, clean, access.username(), urgency(caseId));
    }

    /** Today's task for the coordinators, in the transaction of what happened. Told again while it is open, it is one task. */
    @EventListener
    void on(ByHand turn) {
        var kind = turn.what() == ByHand.What.DEATH ? Kind.AFTER_DEATH : Kind.BY_HAND;
        var known = jdbc.sql("SELECT instance_id FROM apusilta.ad_hoc_task WHERE case_id = :case AND kind = :kind AND what = :what AND instance_id IS NOT NULL")
                .param("case", turn.caseId()).param("kind", kind.name()).param("what", turn.what().name()).query(String.class).list();
        if (known.stream().noneMatch(process::runs)) {
            keep(turn.caseId(), requests.facts(turn.caseId()).major(), kind, turn.what().name(), null, "URGENT");
        }
    }

    /** @return how often something happened in this case that its process did not wait for */
    @Transactional(readOnly = true)
    public int byHand(UUID caseId) {
        return jdbc.sql("SELECT count(*) FROM apusilta.ad_hoc_task WHERE case_id = :case AND asked_by IS NULL").param("case", caseId).query(Integer.class).single();
    }

    private UUID keep(UUID caseId, String major, Kind kind, String what, @Nullable String by, String urgency) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO apusilta.ad_hoc_task (id, case_id, kind, what, asked_by, asked_at)
                VALUES (:id, :case, :kind, :what, :by, :now)""")
                .param("id", id).param("case", caseId).param("kind", kind.name()).param("what", what).param("by", by)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        var instance = process.start(caseId, major, kind.name(), urgency);
        jdbc.sql("UPDATE apusilta.ad_hoc_task SET instance_id = :instance WHERE id = :id").param("instance", instance).param("id", id).update();
        return id;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Asked> of(UUID caseId) {
        return find("case_id = :key", caseId);
    }

    /** @return what the process with this instance id is about */
    @Transactional(readOnly = true)
    public Optional<Asked> behind(String instanceId) {
        return find("instance_id = :key", instanceId).stream().findFirst();
    }

    private List<Asked> find(String condition, Object key) {
        return jdbc.sql("SELECT id, kind, what, asked_by, asked_at FROM apusilta.ad_hoc_task WHERE " + condition + " ORDER BY asked_at, id")
                .param("key", key).query((row, i) -> new Asked(row.getObject("id", UUID.class), Kind.valueOf(row.getString("kind")),
                        row.getString("what"), names.staff(row.getString("asked_by")), row.getObject("asked_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** As urgent as the most urgent of the case's open steps. */
    private String urgency(UUID caseId) {
        return jdbc.sql("""
                SELECT urgency FROM apusilta.open_task WHERE case_id = :case AND urgency IS NOT NULL
                ORDER BY array_position(ARRAY['URGENT', 'SOON', 'NORMAL'], urgency) LIMIT 1""")
                .param("case", caseId).query(String.class).optional().orElse("NORMAL");
    }
}
