package org.apusilta.volunteer.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** The agreement between volunteer and city, and with it the group accident insurance (R16). What has been signed never changes. */
@Service
@Transactional
public class CityAgreements {

    /** Where the link to the agreement leads. */
    public static final String PURPOSE = "city-agreement";

    private static final Duration VALID = Duration.ofDays(60);

    private final JdbcClient jdbc;
    private final ProofPeople people;
    private final Terms terms;
    private final Templates templates;
    private final Messages messages;
    private final CityAgreementNews news;
    private final ApplicationEventPublisher events;

    CityAgreements(JdbcClient jdbc, ProofPeople people, Terms terms, Templates templates, Messages messages, @Lazy CityAgreementNews news, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.people = people;
        this.terms = terms;
        this.templates = templates;
        this.messages = messages;
        this.news = news;
        this.events = events;
    }

    /**
     * One version.
     *
     * @param byGuardian whether the guardian signs, for somebody under 15
     * @param means LINK, PHONE or PAPER; null while not confirmed @param recordedBy account; null by link
     * @param validFrom null until it is sealed @param endedOn last day, when it ended before its time
     */
    public record Version(UUID id, UUID personId, int number, String language, String text, @Nullable String instanceId, @Nullable Instant confirmedAt, @Nullable String means,
            @Nullable String recordedBy, @Nullable LocalDate validFrom, @Nullable LocalDate validUntil, boolean dropped, @Nullable LocalDate endedOn, boolean byGuardian) {

        /** @return open, waiting (confirmed, not sealed yet), valid or ended */
        public String state(LocalDate today) {
            var last = endedOn == null ? validUntil : endedOn;
            return dropped || last != null && last.isBefore(today) ? "ended" : validFrom != null ? "valid" : confirmedAt != null ? "waiting" : "open";
        }
    }

    private static final String SELECT = """
            SELECT id, person_id, number, language, text, instance_id, confirmed_at, means, recorded_by, valid_from, valid_until, dropped_at IS NOT NULL AS dropped, ended_on, signer = 'GUARDIAN' AS by_guardian
            FROM apusilta.city_agreement WHERE\s""";

    /** Writes the next version from the template that counts today; one that is still open is dropped. */
    public void draft(UUID personId, String instanceId) {
        people.lock(personId);
        drop(personId);
        var person = people.person(personId);
        var today = people.today();
        var template = templates.on(today);
        var text = template.in(person.language()).replace("{months}", String.valueOf(terms.on(Term.AGREEMENT_MONTHS, today)))
                .replace("{age}", String.valueOf(terms.on(Term.INSURANCE_AGE_TO, today)));
        jdbc.sql("""
                INSERT INTO apusilta.city_agreement (id, person_id, number, template_id, language, text, instance_id, drafted_at)
                VALUES (:id, :person, (SELECT 1 + count(*) FROM apusilta.city_agreement WHERE person_id = :person), :template, :language, :text, :instance, :now)""")
                .param("id", UUID.randomUUID()).param("person", personId).param("template", template.id()).param("language", person.language()).param("text", text)
                .param("instance", instanceId).param("now", people.now()).update();
    }

    /** From now on the words stand, and the volunteer is asked to confirm; for somebody under 15 the guardian. */
    public void ask(UUID personId) {
        open(personId).ifPresent(version -> {
            jdbc.sql("UPDATE apusilta.city_agreement SET asked_at = :now WHERE id = :id").param("now", people.now()).param("id", version.id()).update();
            send(version, "city-agreement", Map.of("text", version.text().lines().map(line -> "– " + line).collect(Collectors.joining("\n"))));
        });
    }

    /** Reminds who has not confirmed. */
    public void remind(UUID personId) {
        open(personId).filter(version -> version.confirmedAt() == null).ifPresent(version -> send(version, "city-agreement-reminder", Map.of()));
    }

    /** No letter when the guardian is not known: the coordinator's task stands anyway, and only paper goes. */
    private void send(Version version, String template, Map<String, String> facts) {
        var person = people.person(version.personId());
        if (!version.byGuardian()) {
            messages.send(new Draft(person.id(), person.recipient(), template, facts, new LinkFor(PURPOSE, version.id(), VALID)));
            return;
        }
        var all = new HashMap<>(facts);
        all.put("child", person.givenName());
        people.guardian(person.id()).ifPresent(to -> messages.send(new Draft(person.id(), to, template + "-guardian", all, new LinkFor(PURPOSE, version.id(), VALID))));
    }

    /** Who signs confirms by link. Late and double clicks change nothing. */
    public void confirmByLink(UUID id) {
        if (confirm(id, "LINK", null)) {
            news.confirmed(jdbc.sql("SELECT instance_id FROM apusilta.city_agreement WHERE id = :id").param("id", id).query(String.class).single());
        }
    }

    /** @param outcome PHONE, PAPER, STOP or null @return CONFIRMED, STOPPED or WAITING */
    public String record(UUID personId, @Nullable String outcome, @Nullable String by) {
        var version = open(personId);
        if (version.isEmpty() || "STOP".equals(outcome)) {
            return "STOPPED";
        }
        boolean now = by != null && ("PHONE".equals(outcome) || "PAPER".equals(outcome)) && confirm(version.get().id(), outcome, by);
        return now || version.get().confirmedAt() != null ? "CONFIRMED" : "WAITING";
    }

    private boolean confirm(UUID id, String means, @Nullable String by) {
        return jdbc.sql("UPDATE apusilta.city_agreement SET confirmed_at = :now, means = :means, recorded_by = :by WHERE id = :id AND asked_at IS NOT NULL AND confirmed_at IS NULL AND dropped_at IS NULL")
                .param("now", people.now()).param("means", means).param("by", by).param("id", id).update() == 1;
    }

    /** From today on it is valid, what was valid before ends, and the volunteer is insured as far as the policy goes. */
    public void seal(UUID personId) {
        people.lock(personId);
        var version = open(personId).filter(one -> one.confirmedAt() != null).orElseThrow(() -> new IllegalStateException("nothing confirmed"));
        var today = people.today();
        var until = today.plusMonths(terms.on(Term.AGREEMENT_MONTHS, today)).minusDays(1);
        end(personId, today.minusDays(1));
        jdbc.sql("UPDATE apusilta.city_agreement SET valid_from = :today, valid_until = :until WHERE id = :id").param("today", today).param("until", until)
                .param("id", version.id()).update();
        carryOver(personId);
        send(version, "city-agreement-sealed", Map.of("until", until.toString()));
        if (version.byGuardian()) {   // nothing is left to confirm: the child may read what was agreed
            messages.send(new Draft(personId, people.person(personId).recipient(), "city-agreement-sealed", Map.of("until", until.toString()), new LinkFor(PURPOSE, version.id(), VALID)));
        }
    }

    /** Puts the agreement that holds into the register's row, with the insurance that follows from it. Idempotent. */
    public void carryOver(UUID personId) {
        people.lock(personId);
        int changed = jdbc.sql("""
                UPDATE apusilta.volunteer v SET agreement_until = a.valid_until,
                    insured_until = CASE WHEN extract(year FROM :today::date) - v.birth_year >= apusilta.term('INSURANCE_AGE_FROM', :today)
                        AND apusilta.insurable_until(v.birth_year, :today) >= :today THEN least(a.valid_until, apusilta.insurable_until(v.birth_year, :today)) END
                FROM apusilta.city_agreement a WHERE a.person_id = v.id AND v.id = :id AND :today BETWEEN a.valid_from AND coalesce(a.ended_on, a.valid_until)""")
                .param("id", personId).param("today", people.today()).update();
        if (changed > 0) {
            events.publishEvent(new VolunteerChanged(personId));
        }
    }

    /** What is open is dropped and its links taken back; what is valid stays. Idempotent. */
    public void drop(UUID personId) {
        jdbc.sql("UPDATE apusilta.city_agreement SET dropped_at = :now WHERE person_id = :id AND valid_from IS NULL AND dropped_at IS NULL")
                .param("now", people.now()).param("id", personId).update();
        messages.revokeLinks(personId, PURPOSE);
    }

    private void end(UUID personId, LocalDate last) {
        jdbc.sql("UPDATE apusilta.city_agreement SET ended_on = greatest(valid_from - 1, :last::date) WHERE person_id = :id AND valid_from IS NOT NULL AND coalesce(ended_on, valid_until) > :last")
                .param("last", last).param("id", personId).update();
    }

    /** The last day counts: who leaves today is insured until the evening. */
    @EventListener
    void gone(VolunteerGone gone) {
        drop(gone.volunteerId());
        end(gone.volunteerId(), people.today());
    }

    /** @return the versions of this person, oldest first */
    @Transactional(readOnly = true)
    public List<Version> of(UUID personId) {
        return jdbc.sql(SELECT + "person_id = :id ORDER BY number").param("id", personId).query(CityAgreements::version).list();
    }

    /** @return the version with this id */
    @Transactional(readOnly = true)
    public Optional<Version> version(UUID id) {
        return jdbc.sql(SELECT + "id = :id").param("id", id).query(CityAgreements::version).optional();
    }

    private Optional<Version> open(UUID personId) {
        return jdbc.sql(SELECT + "person_id = :id AND valid_from IS NULL AND dropped_at IS NULL FOR UPDATE").param("id", personId).query(CityAgreements::version).optional();
    }

    private static Version version(java.sql.ResultSet row, int n) throws java.sql.SQLException {
        var at = row.getObject("confirmed_at", OffsetDateTime.class);
        return new Version(row.getObject("id", UUID.class), row.getObject("person_id", UUID.class), row.getInt("number"), row.getString("language"), row.getString("text"),
                row.getString("instance_id"), at == null ? null : at.toInstant(), row.getString("means"), row.getString("recorded_by"),
                row.getObject("valid_from", LocalDate.class), row.getObject("valid_until", LocalDate.class), row.getBoolean("dropped"), row.getObject("ended_on", LocalDate.class), row.getBoolean("by_guardian"));
    }
}
