package org.apusilta.volunteer.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.volunteer.Changes;
import org.apusilta.volunteer.VolunteerChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and writes what belongs to one person. Two who change the same entry: the second is told, and nothing is lost. */
@Service
@Transactional
public class Persons {

    public static final List<String> CONSENTS = List.of("NEWSLETTER", "EMAIL", "SMS", "LETTER");

    private final JdbcClient jdbc;
    private final Catalogue catalogue;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Persons(JdbcClient jdbc, Catalogue catalogue, Changes changes, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    private record Columns(UUID id, int version, String givenName, String familyName, @Nullable String email, @Nullable String phone, int birthYear,
            @Nullable String gender, String language, String district, @Nullable String organisation, int capacity, int maxDistanceM, boolean car, boolean strength,
            boolean petsOk, boolean smokeOk) {}

    private record Part(String code, @Nullable String value) {}

    /** @throws NoSuchElementException when there is nobody */
    @Transactional(readOnly = true)
    public Person find(UUID id) {
        var one = jdbc.sql("""
                SELECT id, version, given_name, family_name, email, phone, birth_year, gender, language, district, organisation, capacity, max_distance_m,
                       car, strength, pets_ok, smoke_ok FROM apusilta.volunteer WHERE id = :id""").param("id", id).query(Columns.class).optional()
                .orElseThrow(() -> new NoSuchElementException("no such volunteer"));
        var consents = new TreeMap<String, Boolean>();
        parts(id, "SELECT what AS code, given::text AS value FROM apusilta.volunteer_consent").forEach(part -> consents.put(part.code(), "true".equals(part.value())));
        var languages = new TreeMap<String, String>();
        parts(id, "SELECT code, level AS value FROM apusilta.volunteer_language").forEach(part -> languages.put(part.code(), String.valueOf(part.value())));
        return new Person(one.id(), one.version(), one.givenName(), one.familyName(), one.email(), one.phone(), one.birthYear(), one.gender(), one.language(),
                one.district(), one.organisation(), one.capacity(), one.maxDistanceM(), one.car(), one.strength(), one.petsOk(), one.smokeOk(),
                codes(parts(id, "SELECT kind_code AS code, NULL AS value FROM apusilta.volunteer_kind")), languages,
                codes(parts(id, "SELECT code, NULL AS value FROM apusilta.volunteer_interest")), consents);
    }

    private List<Part> parts(UUID id, String select) {
        return jdbc.sql(select + " WHERE volunteer_id = :id").param("id", id).query(Part.class).list();
    }

    private static Set<String> codes(Collection<Part> parts) {
        var codes = new TreeSet<String>();
        parts.forEach(part -> codes.add(part.code()));
        return codes;
    }

    /**
     * Writes the person as they are now.
     *
     * @param by account
     * @return the person as somebody else has changed them since this version was read; then nothing is written
     */
    public Optional<Person> save(Person person, String by) {
        changes.by(by);
        var before = jdbc.sql("SELECT version FROM apusilta.volunteer WHERE id = :id AND merged_into IS NULL FOR UPDATE").param("id", person.id())
                .query(Integer.class).optional().orElseThrow(() -> new NoSuchElementException("no such volunteer"));
        if (before != person.version()) {
            return Optional.of(find(person.id()));
        }
        var was = find(person.id());
        boolean moved = !was.district().equals(person.district());
        var home = catalogue.district(person.district()).orElseThrow();
        jdbc.sql("""
                UPDATE apusilta.volunteer SET given_name = :given, family_name = :family, email = :email, phone = :phone, birth_year = :birthYear, gender = :gender,
                  language = :language, district = :district, x = CASE WHEN :moved THEN :x ELSE x END, y = CASE WHEN :moved THEN :y ELSE y END,
                  organisation = :organisation, capacity = greatest(:capacity, load), max_distance_m = :distance, car = :car, strength = :strength, pets_ok = :pets,
                  smoke_ok = :smoke WHERE id = :id""")
                .param("given", person.givenName()).param("family", person.familyName()).param("email", person.email()).param("phone", person.phone())
                .param("birthYear", person.birthYear()).param("gender", person.gender()).param("language", person.language()).param("district", person.district())
                .param("moved", moved).param("x", home.x()).param("y", home.y()).param("organisation", person.organisation()).param("capacity", person.capacity())
                .param("distance", person.maxDistanceM()).param("car", person.car()).param("strength", person.strength()).param("pets", person.petsOk())
                .param("smoke", person.smokeOk()).param("id", person.id()).update();
        boolean parts = difference(person.id(), "apusilta.volunteer_kind", "kind_code", was.kinds(), person.kinds())
                | difference(person.id(), "apusilta.volunteer_interest", "code", was.interests(), person.interests())
                | languages(person.id(), was.languages(), person.languages());
        // never asked and not given now: still never asked
        var said = person.consents().entrySet().stream().filter(one -> one.getValue() != was.consents().getOrDefault(one.getKey(), false)).toList();
        said.forEach(one -> consent(person.id(), one.getKey(), one.getValue(), by));
        if (parts || !said.isEmpty()) {
            // parts of a person count as the person when two change the same entry
            jdbc.sql("UPDATE apusilta.volunteer SET version = :version WHERE id = :id").param("version", before + 1).param("id", person.id()).update();
        }
        events.publishEvent(new VolunteerChanged(person.id()));
        return Optional.empty();
    }

    /** @param by account, or VOLUNTEER by their own link */
    public void consent(UUID id, String what, boolean given, String by) {
        jdbc.sql("""
                INSERT INTO apusilta.volunteer_consent (volunteer_id, what, given, said_by, said_at) VALUES (:id, :what, :given, :by, :at)
                ON CONFLICT (volunteer_id, what) DO UPDATE SET given = excluded.given, said_by = excluded.said_by, said_at = excluded.said_at
                WHERE volunteer_consent.given <> excluded.given""")
                .param("id", id).param("what", what).param("given", given).param("by", by).param("at", Timestamp.from(clock.instant())).update();
    }

    private boolean difference(UUID id, String table, String column, Set<String> was, Set<String> becomes) {
        was.stream().filter(code -> !becomes.contains(code)).forEach(code -> jdbc.sql("DELETE FROM " + table + " WHERE volunteer_id = ? AND " + column + " = ?").params(id, code).update());
        becomes.stream().filter(code -> !was.contains(code)).forEach(code -> jdbc.sql("INSERT INTO " + table + " (volunteer_id, " + column + ") VALUES (?, ?)").params(id, code).update());
        return !was.equals(becomes);
    }

    private boolean languages(UUID id, Map<String, String> was, Map<String, String> becomes) {
        was.keySet().stream().filter(code -> !becomes.containsKey(code))
                .forEach(code -> jdbc.sql("DELETE FROM apusilta.volunteer_language WHERE volunteer_id = ? AND code = ?").params(id, code).update());
        becomes.forEach((code, level) -> jdbc.sql("""
                INSERT INTO apusilta.volunteer_language (volunteer_id, code, level) VALUES (?, ?, ?)
                ON CONFLICT (volunteer_id, code) DO UPDATE SET level = excluded.level WHERE volunteer_language.level <> excluded.level""").params(id, code, level).update());
        return !was.equals(becomes);
    }
}
