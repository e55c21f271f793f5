package org.apusilta.volunteer.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Assessments;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.catalogue.KindAssessed;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.volunteer.VolunteerChanged;
import org.apusilta.volunteer.VolunteerGone;
import org.apusilta.volunteer.internal.Terms.Term;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The criminal-record step of Act 148/2014. Kept are consent, issue date, who checked and when. A check has dates only when a named
 * person decided "may be assigned"; whatever else ends it leaves the same closed row, so that nothing can be read from it.
 */
@Service
@Transactional
public class Checks {

    /** Where the link to the consent leads. */
    public static final String PURPOSE = "check-consent";

    private static final Duration VALID = Duration.ofDays(30);
    private static final int EXTRACT_MONTHS = 6;

    private final JdbcClient jdbc;
    private final ProofPeople people;
    private final Terms terms;
    private final Catalogue catalogue;
    private final Assessments assessments;
    private final Messages messages;
    private final CheckNews news;
    private final ApplicationEventPublisher events;

    Checks(JdbcClient jdbc, ProofPeople people, Terms terms, Catalogue catalogue, Assessments assessments, Messages messages, @Lazy CheckNews news,
            ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.people = people;
        this.terms = terms;
        this.catalogue = catalogue;
        this.assessments = assessments;
        this.messages = messages;
        this.news = news;
        this.events = events;
    }

    /** Whether there is something to ask for. */
    public enum Stand { NEEDED, NO_CHECK, NOT_ASSESSED }

    /** What is known of the consent. */
    public enum Consent { GIVEN, REFUSED, WAITING }

    /** What came of looking at the extract. */
    public enum State { CHECKED, AGAIN, CLOSED }

    /** What a person decides about it. */
    public enum Decision { MAY_BE_ASSIGNED, ASK_ANEW, CLOSE }

    /** Who did a step and when. */
    public record Done(String by, Instant at) {}

    /** What the page of a consent shows. @param state open, given or closed @param child whom the guardian answers for; null when they answer themselves */
    public record Asked(List<String> kinds, String state, @Nullable String child) {}

    private record Row(UUID id, UUID personId, String instanceId, @Nullable LocalDate consentOn, boolean closed, boolean byGuardian) {}

    /** Looks whether a check is needed, may be asked for, and begins it. What is valid long enough is not asked again. */
    public Stand begin(UUID personId, String instanceId) {
        people.lock(personId);
        var wished = checked(personId);
        if (wished.isEmpty() || validLongEnough(personId)) {
            return Stand.NO_CHECK;
        }
        var known = assessments.newest();
        if (!known.keySet().containsAll(wished)) {
            return Stand.NOT_ASSESSED;
        }
        close(personId);
        var id = UUID.randomUUID();
        jdbc.sql("INSERT INTO apusilta.background_check (id, person_id, instance_id, opened_at) VALUES (:id, :person, :instance, :now)")
                .param("id", id).param("person", personId).param("instance", instanceId).param("now", people.now()).update();
        wished.forEach(kind -> jdbc.sql("INSERT INTO apusilta.background_check_kind (check_id, kind_code) VALUES (:id, :kind)").param("id", id).param("kind", kind).update());
        return Stand.NEEDED;
    }

    private List<String> checked(UUID personId) {
        return jdbc.sql("SELECT code FROM apusilta.kind WHERE check_required AND code IN (:kinds) ORDER BY position")
                .param("kinds", people.person(personId).kinds().isEmpty() ? List.of("") : people.person(personId).kinds()).query(String.class).list();
    }

    private boolean validLongEnough(UUID personId) {
        var until = people.today().plusDays(terms.on(Term.RENEW_DAYS_BEFORE, people.today()));
        return jdbc.sql("SELECT count(*) FROM apusilta.volunteer WHERE id = :id AND check_until > :until").param("id", personId).param("until", until)
                .query(Integer.class).single() > 0;
    }

    /** Asks for the consent, for somebody under 15 the guardian's, with a link to the information the Act demands. */
    public void ask(UUID personId) {
        open(personId).ifPresent(check -> send(check, "check-consent"));
    }

    /** Reminds who has not answered. */
    public void remind(UUID personId) {
        open(personId).filter(check -> check.consentOn() == null).ifPresent(check -> send(check, "check-consent-reminder"));
    }

    private void send(Row check, String template) {
        var person = people.person(check.personId());
        var kinds = names(check.id(), Locale.forLanguageTag(person.language())).stream().map(name -> "\n– " + name).collect(Collectors.joining());
        var link = new LinkFor(PURPOSE, check.id(), VALID);
        if (check.byGuardian()) {   // nobody known: the coordinator's task stands, and a consent on paper goes
            people.guardian(person.id()).ifPresent(to -> messages.send(new Draft(person.id(), to, template + "-guardian", Map.of("kinds", kinds, "child", person.givenName()), link)));
        } else {
            messages.send(new Draft(person.id(), person.recipient(), template, Map.of("kinds", kinds), link));
        }
    }

    private List<String> names(UUID checkId, Locale language) {
        return jdbc.sql("SELECT kind_code FROM apusilta.background_check_kind WHERE check_id = :id ORDER BY kind_code").param("id", checkId).query(String.class).list()
                .stream().flatMap(code -> catalogue.kind(code).stream()).map(Kind::name).map(name -> name.in(language)).toList();
    }

    /** @return what the consent is about */
    @Transactional(readOnly = true)
    public Optional<Asked> asked(UUID checkId, Locale language) {
        return row("id", checkId, "").map(check -> new Asked(names(checkId, language), check.closed() ? "closed" : check.consentOn() != null ? "given" : "open",
                check.byGuardian() ? people.person(check.personId()).givenName() : null));
    }

    /** The volunteer answers by link. Late and double answers change nothing. */
    public void answer(UUID checkId, boolean yes) {
        row("id", checkId, " FOR UPDATE").filter(check -> !check.closed() && check.consentOn() == null).ifPresent(check -> {
            if (yes) {
                consent(checkId, "LINK", null);
            } else {
                closed(checkId);
            }
            news.answered(check.instanceId());
        });
    }

    /** The consent is taken back by link, while nobody has decided yet: the step ends. Late and double answers change nothing. */
    public void takeBack(UUID checkId) {
        row("id", checkId, " FOR UPDATE").filter(check -> !check.closed() && check.consentOn() != null).ifPresent(check -> {
            closed(checkId);
            news.takenBack(check.instanceId());
        });
    }

    /** Takes in what was answered by link, or what the coordinator holds on paper. */
    public Consent record(UUID personId, @Nullable String outcome, @Nullable String by) {
        var check = open(personId);
        if (check.isEmpty()) {
            return Consent.REFUSED;
        }
        if ("REFUSED".equals(outcome)) {
            close(personId);
            return Consent.REFUSED;
        }
        if (check.get().consentOn() == null && "PAPER".equals(outcome) && by != null) {
            consent(check.get().id(), "PAPER", by);
            return Consent.GIVEN;
        }
        return check.get().consentOn() == null ? Consent.WAITING : Consent.GIVEN;
    }

    private void consent(UUID id, String means, @Nullable String by) {
        jdbc.sql("UPDATE apusilta.background_check SET consent_at = :now, consent_means = :means, consent_by = :by WHERE id = :id AND consent_at IS NULL AND closed_at IS NULL")
                .param("now", people.now()).param("means", means).param("by", by).param("id", id).update();
    }

    /**
     * Keeps what a named person decided after looking at the extract. Only "may be assigned" leaves dates; one that is older than six
     * months, or dated in the future, is asked for anew.
     *
     * @param requested who asked for the extract, and when @param by who looked at it
     */
    public State decide(UUID personId, @Nullable Decision decision, @Nullable LocalDate issuedOn, Done requested, String by) {
        people.lock(personId);
        var check = open(personId);
        if (check.isEmpty() || check.get().consentOn() == null || decision == Decision.CLOSE) {
            close(personId);
            return State.CLOSED;
        }
        var today = people.today();
        if (decision != Decision.MAY_BE_ASSIGNED || issuedOn == null || issuedOn.isAfter(today) || issuedOn.plusMonths(EXTRACT_MONTHS).isBefore(today)) {
            return State.AGAIN;
        }
        var until = today.plusMonths(terms.on(Term.CHECK_MONTHS, today));
        jdbc.sql("""
                UPDATE apusilta.background_check SET requested_at = :at, requested_by = :requester, extract_issued_on = :issued, checked_on = :today,
                    checked_by = :by, valid_until = :until, closed_at = :now WHERE id = :id""")
                .param("at", requested.at().atOffset(ZoneOffset.UTC)).param("requester", requested.by()).param("issued", issuedOn).param("today", today)
                .param("by", by).param("until", until).param("now", people.now()).param("id", check.get().id()).update();
        carryOver(personId);
        return State.CHECKED;
    }

    /** Puts what was checked before somebody stood in the register into their row there. Idempotent. */
    public void carryOver(UUID personId) {
        int changed = jdbc.sql("""
                UPDATE apusilta.volunteer v SET check_until = c.until
                FROM (SELECT max(valid_until) AS until FROM apusilta.background_check WHERE person_id = :id) c
                WHERE v.id = :id AND c.until IS NOT NULL AND (v.check_until IS NULL OR v.check_until < c.until)""").param("id", personId).update();
        if (changed == 1) {
            events.publishEvent(new VolunteerChanged(personId));
        }
    }

    /** Ends what is open, for whatever reason. Idempotent. */
    public void close(UUID personId) {
        open(personId).ifPresent(check -> closed(check.id()));
        messages.revokeLinks(personId, PURPOSE);
    }

    private void closed(UUID id) {
        jdbc.sql("UPDATE apusilta.background_check SET closed_at = :now WHERE id = :id AND closed_at IS NULL").param("now", people.now()).param("id", id).update();
    }

    @EventListener
    void gone(VolunteerGone gone) {
        close(gone.volunteerId());
    }

    /** Whoever waited for this kind to be assessed goes on. */
    @EventListener
    void assessed(KindAssessed assessed) {
        news.waiting().forEach((instance, person) -> {
            if (people.find(person).filter(one -> one.kinds().contains(assessed.code())).isPresent()) {
                news.assessed(instance);
            }
        });
    }

    private Optional<Row> open(UUID personId) {
        return row("closed_at IS NULL AND person_id", personId, " FOR UPDATE");
    }

    private Optional<Row> row(String by, UUID id, String lock) {
        return jdbc.sql("SELECT id, person_id, instance_id, consent_at::date AS consent_on, closed_at IS NOT NULL AS closed, signer = 'GUARDIAN' AS by_guardian FROM apusilta.background_check WHERE " + by + " = :id" + lock)
                .param("id", id).query(Row.class).optional();
    }
}
