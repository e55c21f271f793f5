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
import org.apusilta.security.Access;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps what was asked for, and starts its process in the same transaction. */
@Service
@Transactional
public class AskedTasks implements AdHocTasks {

    private final CaseDoor door;
    private final AdHocTaskProcess process;
    private final CaseNames names;
    private final Access access;
    private final JdbcClient jdbc;
    private final Clock clock;

    AskedTasks(CaseDoor door, AdHocTaskProcess process, CaseNames names, Access access, JdbcClient jdbc, Clock clock) {
        this.door = door;
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
        if (facts.outcome() != null) {
            throw new CaseClosed();
        }
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO apusilta.ad_hoc_task (id, case_id, kind, what, asked_by, asked_at)
                VALUES (:id, :case, :kind, :what, :by, :now)""")
                .param("id", id).param("case", caseId).param("kind", kind.name()).param("what", clean).param("by", access.username())
                .param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
        var instance = process.start(caseId, facts.major(), kind.name(), urgency(caseId));
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
