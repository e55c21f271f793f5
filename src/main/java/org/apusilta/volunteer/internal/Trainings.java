package org.apusilta.volunteer.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.volunteer.CareKind;
import org.apusilta.volunteer.CareLog;
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

/** What somebody needs to have learnt before the first match, what they have done, and when it runs out (R26). */
@Service
@Transactional
public class Trainings {

    /** Where the link of the invitation leads. */
    public static final String PURPOSE = "training";

    private static final Duration VALID = Duration.ofDays(90);

    private final JdbcClient jdbc;
    private final ProofPeople people;
    private final Terms terms;
    private final Messages messages;
    private final TrainingNews news;
    private final CareLog care;
    private final ApplicationEventPublisher events;

    Trainings(JdbcClient jdbc, ProofPeople people, Terms terms, Messages messages, @Lazy TrainingNews news, CareLog care, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.people = people;
        this.terms = terms;
        this.messages = messages;
        this.news = news;
        this.care = care;
        this.events = events;
    }

    /** How a completion became known. */
    public enum How { SESSION, LINK, COORDINATOR, IMPORT }

    /** One training of the catalogue, in the reader's language. @param way SESSION, ONLINE or LECTURE @param countsAs the training that need not be done when this one has been */
    public record Course(String code, String name, String way, @Nullable String countsAs, @Nullable Integer renewMonths, @Nullable String address, @Nullable String provider) {}

    /** One completion. @param recordedBy account; null by link */
    public record Completion(String code, LocalDate doneOn, String how, @Nullable String recordedBy) {}

    private record Need(UUID id, UUID personId, String instanceId) {}

    /** @return whether nothing is missing; else the wait for it begins */
    public boolean begin(UUID personId, String instanceId) {
        close(personId);
        if (missing(personId).isEmpty()) {
            return true;
        }
        jdbc.sql("INSERT INTO apusilta.training_need (id, person_id, instance_id, opened_at) VALUES (:id, :person, :instance, :now)")
                .param("id", UUID.randomUUID()).param("person", personId).param("instance", instanceId).param("now", people.now()).update();
        return false;
    }

    /** @return codes of what is missing, the basics first; what runs out soon counts as missing already */
    @Transactional(readOnly = true)
    public List<String> missing(UUID personId) {
        var kinds = people.person(personId).kinds();
        return jdbc.sql("""
                WITH done AS (SELECT code, max(done_on) AS done_on FROM (SELECT code, done_on FROM apusilta.volunteer_training WHERE volunteer_id = :id
                                UNION ALL SELECT training_code, done_on FROM apusilta.training_completion WHERE person_id = :id) AS known GROUP BY code)
                SELECT t.code FROM apusilta.training t
                WHERE (t.code = 'BASICS' OR t.code IN (SELECT training_code FROM apusilta.kind_training WHERE kind_code IN (:kinds)))
                  AND NOT EXISTS (SELECT 1 FROM done JOIN apusilta.training d ON d.code = done.code WHERE (d.code = t.code OR d.counts_as = t.code)
                        AND (t.renew_months IS NULL OR done.done_on + make_interval(months => t.renew_months) - make_interval(days => least(:before, 10 * t.renew_months)) >= :today))
                ORDER BY t.code <> 'BASICS', t.code""")
                .param("id", personId).param("kinds", kinds.isEmpty() ? Set.of("") : kinds).param("before", terms.on(Term.RENEW_DAYS_BEFORE, people.today()))
                .param("today", people.today()).query(String.class).list();
    }

    /** Invites to what is missing. */
    public void invite(UUID personId) {
        open(personId).ifPresent(need -> send(need, "training-invited"));
    }

    /** Reminds who has trainings missing. */
    public void remind(UUID personId) {
        open(personId).ifPresent(need -> send(need, "training-reminder"));
    }

    /** Nothing when all has been done meanwhile: whoever follows the training sees it. */
    private void send(Need need, String template) {
        var person = people.person(need.personId());
        var missing = Set.copyOf(missing(need.personId()));
        if (missing.isEmpty()) {
            return;
        }
        var names = courses(Locale.forLanguageTag(person.language())).stream().filter(course -> missing.contains(course.code())).map(course -> "\n– " + course.name())
                .collect(Collectors.joining());
        messages.send(new Draft(need.personId(), person.recipient(), template, Map.of("trainings", names), new LinkFor(PURPOSE, need.id(), VALID)));
    }

    /** @return DONE, MISSING or STOPPED */
    public String review(UUID personId, boolean stop) {
        if (!stop && !missing(personId).isEmpty()) {
            return "MISSING";
        }
        close(personId);
        return stop ? "STOPPED" : "DONE";
    }

    /** Records that a training was done. The same on the same day counts once. @param by account; null by link @return false when it was known */
    public boolean complete(UUID personId, String code, LocalDate doneOn, How how, @Nullable String by) {
        people.lock(personId);
        boolean fresh = jdbc.sql("""
                INSERT INTO apusilta.training_completion (person_id, training_code, done_on, how, recorded_by, recorded_at)
                VALUES (:person, :code, :on, :how, :by, :now) ON CONFLICT DO NOTHING""")
                .param("person", personId).param("code", code).param("on", doneOn).param("how", how.name()).param("by", by).param("now", people.now()).update() == 1;
        if (fresh) {
            carryOver(personId);
            if (people.person(personId).registered()) {
                care.note(personId, CareKind.ORIENTATION, doneOn, by == null ? "VOLUNTEER" : by);
            }
            open(personId).filter(need -> missing(personId).isEmpty()).ifPresent(need -> news.allDone(need.instanceId()));
        }
        return fresh;
    }

    /** Puts what was done before somebody stood in the register into their row there; the newest of each counts. Idempotent. */
    public void carryOver(UUID personId) {
        int changed = jdbc.sql("""
                INSERT INTO apusilta.volunteer_training AS known (volunteer_id, code, done_on)
                SELECT v.id, c.training_code, max(c.done_on) FROM apusilta.training_completion c JOIN apusilta.volunteer v ON v.id = c.person_id
                WHERE v.id = :id GROUP BY v.id, c.training_code
                ON CONFLICT (volunteer_id, code) DO UPDATE SET done_on = excluded.done_on WHERE known.done_on < excluded.done_on""").param("id", personId).update();
        if (changed > 0) {
            events.publishEvent(new VolunteerChanged(personId));
        }
    }

    /** @return the catalogue, the basics first */
    @Transactional(readOnly = true)
    public List<Course> courses(Locale language) {
        return jdbc.sql("""
                SELECT code, CASE :language WHEN 'sv' THEN name_sv WHEN 'en' THEN name_en ELSE name_fi END AS name, way, counts_as, renew_months, address, provider
                FROM apusilta.training ORDER BY code <> 'BASICS', coalesce(counts_as, '') <> 'BASICS', way = 'LECTURE', code""")
                .param("language", language.getLanguage()).query(Course.class).list();
    }

    /** @return what this person has done, newest first */
    @Transactional(readOnly = true)
    public List<Completion> done(UUID personId) {
        return jdbc.sql("""
                SELECT training_code AS code, done_on, how, recorded_by FROM apusilta.training_completion WHERE person_id = :id
                UNION ALL SELECT t.code, t.done_on, 'IMPORT', 'register' FROM apusilta.volunteer_training t WHERE t.volunteer_id = :id
                  AND NOT EXISTS (SELECT 1 FROM apusilta.training_completion c WHERE c.person_id = :id AND c.training_code = t.code AND c.done_on = t.done_on)
                ORDER BY done_on DESC, code""").param("id", personId).query(Completion.class).list();
    }

    /** @return whom an open invitation is about */
    @Transactional(readOnly = true)
    public Optional<UUID> invited(UUID needId) {
        return jdbc.sql("SELECT person_id FROM apusilta.training_need WHERE id = :id").param("id", needId).query(UUID.class).optional();
    }

    /** Nothing is waited for any more; the links are taken back. Idempotent. */
    public void close(UUID personId) {
        jdbc.sql("UPDATE apusilta.training_need SET closed_at = :now WHERE person_id = :id AND closed_at IS NULL").param("now", people.now()).param("id", personId).update();
        messages.revokeLinks(personId, PURPOSE);
    }

    @EventListener
    void gone(VolunteerGone gone) {
        close(gone.volunteerId());
    }

    private Optional<Need> open(UUID personId) {
        return jdbc.sql("SELECT id, person_id, instance_id FROM apusilta.training_need WHERE person_id = :id AND closed_at IS NULL").param("id", personId)
                .query(Need.class).optional();
    }
}
