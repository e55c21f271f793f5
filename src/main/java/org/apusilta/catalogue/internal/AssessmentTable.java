package org.apusilta.catalogue.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Assessments;
import org.apusilta.catalogue.KindAssessed;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Assessments are only added to. The kind itself keeps what the newest says, for matching reads it there. */
@Service
@Transactional
class AssessmentTable implements Assessments {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final String COLUMNS = "kind_code AS kind, regularly, in_person, alone, assessed_by AS by, assessed_on AS on";

    private final JdbcClient db;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    AssessmentTable(JdbcClient db, ApplicationEventPublisher events, Clock clock) {
        this.db = db;
        this.events = events;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Assessment> newest() {
        return db.sql("SELECT DISTINCT ON (kind_code) " + COLUMNS + " FROM apusilta.kind_assessment ORDER BY kind_code, id DESC").query(Assessment.class).list()
                .stream().collect(Collectors.toMap(Assessment::kind, Function.identity()));
    }

    @Override
    @Transactional(readOnly = true)
    public List<Assessment> of(String kind) {
        return db.sql("SELECT " + COLUMNS + " FROM apusilta.kind_assessment WHERE kind_code = :kind ORDER BY id DESC").param("kind", kind).query(Assessment.class).list();
    }

    @Override
    public void assess(String kind, boolean regularly, boolean inPerson, boolean alone, String by) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, HELSINKI);
        boolean holds = regularly && inPerson && alone;
        if (db.sql("UPDATE apusilta.kind SET check_required = :holds, check_assessed_by = CASE WHEN :holds THEN :by END, check_assessed_on = CASE WHEN :holds THEN :today::date END WHERE code = :kind")
                .param("holds", holds).param("by", by).param("today", today).param("kind", kind).update() == 0) {
            throw new NoSuchElementException("no such kind");
        }
        db.sql("INSERT INTO apusilta.kind_assessment (kind_code, regularly, in_person, alone, assessed_by, assessed_on, recorded_at) VALUES (:kind, :regularly, :inPerson, :alone, :by, :today, :now)")
                .param("kind", kind).param("regularly", regularly).param("inPerson", inPerson).param("alone", alone).param("by", by).param("today", today)
                .param("now", now.atOffset(ZoneOffset.UTC)).update();
        events.publishEvent(new KindAssessed(kind, holds));
    }
}
