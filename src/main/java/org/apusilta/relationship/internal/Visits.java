package org.apusilta.relationship.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.relationship.Supports.Visit;
import org.apusilta.relationship.internal.Drifts.Outside;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The visits of a support: when the volunteer is asked about one, and what was said of it. The last word counts. */
@Service
@Transactional
public class Visits {

    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private static final String COLUMNS = "id, support_id, planned_on, asked_at, answer, moved_to, minutes, medium, note, means, recorded_by, answered_at, corrected_at";

    /** What became of it. */
    public enum Answer { DONE, NOT_DONE, MOVED }

    /** How they met. */
    public enum Medium { IN_PERSON, PHONE, VIDEO, OUTING }

    /** @param movedTo with {@code MOVED} only @param minutes 1 to 1440 @param note at most 2000 characters */
    public record Said(Answer answer, @Nullable LocalDate movedTo, @Nullable Integer minutes, @Nullable Medium medium, @Nullable String note) {}

    private final JdbcClient database;
    private final SupportRows supports;
    private final SupportLetters letters;
    private final SupportSignals process;
    private final Drifts drifts;
    private final Clock clock;

    Visits(JdbcClient database, SupportRows supports, SupportLetters letters, SupportSignals process, Drifts drifts, Clock clock) {
        this.database = database;
        this.supports = supports;
        this.letters = letters;
        this.process = process;
        this.drifts = drifts;
        this.clock = clock;
    }

    /** Asks the volunteer how the visit of this day went; a day is asked once. */
    public void ask(UUID caseId, LocalDate day) {
        var support = supports.findByCaseId(caseId).orElseThrow();
        var id = on(support.id(), day);
        if (database.sql("update apusilta.visit set asked_at = ? where id = ? and asked_at is null").params(now(), id).update() == 1) {
            letters.askAboutVisit(support, id, day);
        }
    }

    /** @return the visit a link is about */
    @Transactional(readOnly = true)
    public Optional<Visit> find(UUID id) {
        return database.sql("select " + COLUMNS + " from apusilta.visit where id = ?").param(id).query(Visit.class).optional();
    }

    /** @return whether its support still runs, so that it can be told and corrected */
    @Transactional(readOnly = true)
    public boolean open(UUID id) {
        return find(id).flatMap(visit -> supports.findById(visit.supportId())).filter(support -> !support.ended()).isPresent();
    }

    /** Keeps what the volunteer said by link, the first time or corrected. Nothing when the support has ended. */
    public void said(UUID id, Said said, Outside outside) {
        if (open(id)) {
            keep(find(id).orElseThrow(), said, outside, null);
        }
    }

    /** Keeps what a coordinator heard by phone of this day. @param by the account @throws IllegalStateException when no support runs */
    public void heard(UUID caseId, LocalDate day, Said said, Outside outside, String by) {
        var support = supports.findByCaseId(caseId).filter(s -> !s.ended()).orElseThrow(() -> new IllegalStateException("no support runs"));
        keep(find(on(support.id(), day)).orElseThrow(), said, outside, by);
    }

    private void keep(Visit visit, Said said, Outside outside, @Nullable String by) {
        database.sql("""
                update apusilta.visit set answer = :answer, moved_to = :moved, minutes = :minutes, medium = :medium, note = :note, means = :means,
                recorded_by = :by, answered_at = coalesce(answered_at, cast(:now as timestamptz)), corrected_at = case when answered_at is null then null else cast(:now as timestamptz) end where id = :id""")
                .param("answer", said.answer().name()).param("moved", said.answer() == Answer.MOVED ? said.movedTo() : null)
                .param("minutes", said.minutes()).param("medium", said.medium() == null ? null : said.medium().name()).param("note", said.note())
                .param("means", by == null ? "LINK" : "PHONE").param("by", by).param("now", now()).param("id", visit.id()).update();
        var caseId = supports.findById(visit.supportId()).orElseThrow().caseId();
        if (said.answer() == Answer.DONE) {
            drifts.seen(caseId, find(visit.id()).orElseThrow(), outside);
        }
        process.visitLogged(caseId);
    }

    /** @return all visits asked about or told of, oldest first */
    @Transactional(readOnly = true)
    public List<Visit> of(UUID supportId) {
        return database.sql("select " + COLUMNS + " from apusilta.visit where support_id = ? order by planned_on").param(supportId).query(Visit.class).list();
    }

    /** @return the visit of this day, a new one when nobody has spoken of it before */
    UUID on(UUID supportId, LocalDate day) {
        database.sql("insert into apusilta.visit (id, support_id, planned_on) values (?, ?, ?) on conflict do nothing").params(UUID.randomUUID(), supportId, day).update();
        return database.sql("select id from apusilta.visit where support_id = ? and planned_on = ?").params(supportId, day).query(UUID.class).single();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
