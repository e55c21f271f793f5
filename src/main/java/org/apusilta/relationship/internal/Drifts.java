package org.apusilta.relationship.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.agreement.AgreementChanges;
import org.apusilta.catalogue.BorderRule;
import org.apusilta.catalogue.BorderRule.Side;
import org.apusilta.catalogue.BorderRules;
import org.apusilta.relationship.Supports.Drift;
import org.apusilta.relationship.Supports.DriftOutcome;
import org.apusilta.relationship.Supports.Visit;
import org.apusilta.request.Border;
import org.apusilta.request.CaseReleased;
import org.apusilta.request.HelpRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What visits brought that was not agreed (R15, R20): told by the volunteer, or found in a note by the words of a border rule.
 * Neither decides anything: each becomes a question to a person.
 */
@Service
@Transactional
public class Drifts {

    /** Something no rule speaks of, in the volunteer's words. */
    public static final String OTHER = "OTHER";

    private static final String COLUMNS = "d.id, d.case_id, d.visit_id, v.planned_on, d.code, d.source, d.words, d.proposed, d.seen_at, d.outcome, d.decided_by, d.decided_at";

    /** What the volunteer says they did beside what was agreed. @param codes of border rules @param words something else */
    public record Outside(Set<String> codes, @Nullable String words) {

        public static final Outside NOTHING = new Outside(Set.of(), null);
    }

    private final JdbcClient database;
    private final BorderRules rules;
    private final Border border;
    private final HelpRequests requests;
    private final AgreementChanges changes;
    private final DriftProcess process;
    private final MessageSource texts;
    private final Clock clock;

    Drifts(JdbcClient database, BorderRules rules, Border border, HelpRequests requests, AgreementChanges changes, DriftProcess process, MessageSource texts, Clock clock) {
        this.database = database;
        this.rules = rules;
        this.border = border;
        this.requests = requests;
        this.changes = changes;
        this.process = process;
        this.texts = texts;
        this.clock = clock;
    }

    /** @return what the volunteer is asked about: what a rule does not call a volunteer's work and nobody has here */
    @Transactional(readOnly = true)
    public List<BorderRule> askedAbout(UUID caseId) {
        var belongs = belonging(caseId);
        return rules.on(LocalDate.now(clock.withZone(Visits.HELSINKI))).stream().filter(rule -> asks(rule, belongs)).toList();
    }

    /** Makes each piece that was marked, and each the note tells of, a question. What is open already, or was decided on for this visit, is not asked twice. */
    void seen(UUID caseId, Visit visit, Outside outside) {
        var belongs = belonging(caseId);
        askedAbout(caseId).stream().filter(rule -> outside.codes().contains(rule.code())).forEach(rule -> ask(caseId, visit.id(), rule, "MARKED", null));
        if (outside.words() != null) {
            ask(caseId, visit.id(), null, "MARKED", outside.words());
        }
        if (visit.note() != null) {
            rules.toldOf(visit.note()).stream().filter(rule -> asks(rule, belongs)).forEach(rule -> ask(caseId, visit.id(), rule, "SPOTTED", null));
        }
    }

    private static boolean asks(BorderRule rule, Set<String> belongs) {
        return rule.kind() == null && rule.side() != Side.VOLUNTEER && !belongs.contains(rule.code());
    }

    private void ask(UUID caseId, UUID visitId, @Nullable BorderRule rule, String source, @Nullable String words) {
        var code = rule == null ? OTHER : rule.code();
        var known = database.sql("""
                SELECT count(*) FROM apusilta.scope_drift WHERE case_id = :case AND code = :code
                AND (visit_id = :visit OR outcome IS NULL) AND words IS NOT DISTINCT FROM :words""")
                .param("case", caseId).param("code", code).param("visit", visitId).param("words", words).query(Integer.class).single();
        if (known > 0) {
            return;
        }
        var side = rule == null ? Side.UNCLEAR : rule.side();
        database.sql("""
                INSERT INTO apusilta.scope_drift (id, case_id, visit_id, code, service, rule_from, proposed, source, words, seen_at, instance_id)
                VALUES (:id, :case, :visit, :code, :service, :from, :proposed, :source, :words, :now, :instance)""")
                .param("id", UUID.randomUUID()).param("case", caseId).param("visit", visitId).param("code", code)
                .param("service", rule == null ? null : rule.service()).param("from", rule == null ? null : rule.validFrom()).param("proposed", side.name())
                .param("source", source).param("words", words).param("now", now())
                .param("instance", process.start(caseId, requests.facts(caseId).major(), side == Side.PROFESSIONAL)).update();
    }

    /**
     * Keeps what a person decided; the border's side of it counts like every other decision on the border. Signed versions stay as
     * they are: what belongs is a reason to make a new one.
     *
     * @param note in the person's words: why, and what is to be agreed @param advice for who asked for the client, in the person's words
     */
    public void decided(String instanceId, DriftOutcome outcome, @Nullable String note, @Nullable String advice, String by) {
        var drift = behind(instanceId).orElseThrow();
        database.sql("UPDATE apusilta.scope_drift SET outcome = :outcome, note = :note, advice = :advice, decided_by = :by, decided_at = :now WHERE id = :id")
                .param("outcome", outcome.name()).param("note", note).param("advice", advice).param("by", by).param("now", now()).param("id", drift.id()).update();
        if (outcome != DriftOutcome.NOTHING) {
            var rule = rule(drift.code());
            border.cameUp(drift.caseId(), drift.id(), drift.code(), rule.map(BorderRule::service).orElse(null), rule.map(BorderRule::validFrom).orElse(null),
                    drift.proposed(), outcome == DriftOutcome.PROFESSIONAL ? Side.PROFESSIONAL : Side.VOLUNTEER, by);
        }
        if (outcome == DriftOutcome.BELONGS) {
            changes.because(drift.caseId(), AgreementChanges.Reason.TASK, note == null ? drift.code() : note, by);
        }
    }

    /** What had not been decided needs no decision any more; the record says so. */
    @EventListener
    void released(CaseReleased released) {
        database.sql("UPDATE apusilta.scope_drift SET outcome = :outcome, decided_at = :now WHERE case_id = :case AND outcome IS NULL")
                .param("outcome", DriftOutcome.CASE_ENDED.name()).param("now", now()).param("case", released.caseId()).update();
    }

    /** @return the question this instance of the process asks */
    @Transactional(readOnly = true)
    public Optional<Drift> behind(String instanceId) {
        return find("d.instance_id = :key", instanceId).stream().findFirst();
    }

    /** @return what came up in this case, oldest first */
    @Transactional(readOnly = true)
    public List<Drift> of(UUID caseId) {
        return find("d.case_id = :key", caseId);
    }

    /** @return what the piece is called; something else, when no rule speaks of it */
    @Transactional(readOnly = true)
    public String name(String code, Locale language) {
        return rule(code).map(rule -> rule.name().in(language)).orElseGet(() -> texts.getMessage("relationship.drift.OTHER", null, language));
    }

    /** @return where help with it is found instead */
    @Transactional(readOnly = true)
    public Optional<String> advice(String code, Locale language) {
        return rule(code).map(rule -> rule.advice().in(language)).filter(advice -> !advice.isBlank());
    }

    /** @return what the person who decided wrote for whoever asked for the client */
    Optional<String> ownAdvice(UUID id) {
        return database.sql("SELECT advice FROM apusilta.scope_drift WHERE id = :id AND advice IS NOT NULL").param("id", id).query(String.class).optional();
    }

    /** What a person has called the volunteer's work in this case, at the request or since. */
    private Set<String> belonging(UUID caseId) {
        var codes = of(caseId).stream().filter(drift -> drift.outcome() == DriftOutcome.BELONGS || drift.outcome() == DriftOutcome.COVERED)
                .map(Drift::code).collect(Collectors.toSet());
        border.of(caseId).stream().filter(piece -> piece.decided() == Side.VOLUNTEER && piece.reason() != Border.Reason.NOT_ASKED).map(Border.Piece::code).forEach(codes::add);
        return codes;
    }

    private Optional<BorderRule> rule(String code) {
        return rules.all().stream().filter(rule -> rule.code().equals(code)).findFirst();
    }

    private List<Drift> find(String condition, Object key) {
        return database.sql("SELECT " + COLUMNS + " FROM apusilta.scope_drift d JOIN apusilta.visit v ON v.id = d.visit_id WHERE " + condition + " ORDER BY d.seen_at, d.id")
                .param("key", key).query(Drifts::drift).list();
    }

    private static Drift drift(ResultSet row, int number) throws SQLException {
        var outcome = row.getString("outcome");
        var decidedAt = row.getObject("decided_at", OffsetDateTime.class);
        return new Drift(row.getObject("id", UUID.class), row.getObject("case_id", UUID.class), row.getObject("visit_id", UUID.class),
                row.getObject("planned_on", LocalDate.class), row.getString("code"), row.getString("source").equals("MARKED"), row.getString("words"),
                Side.valueOf(row.getString("proposed")), row.getObject("seen_at", OffsetDateTime.class).toInstant(),
                outcome == null ? null : DriftOutcome.valueOf(outcome), row.getString("decided_by"), decidedAt == null ? null : decidedAt.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
