package org.apusilta.volunteer.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.OffsetDateTime;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.volunteer.Applicants;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whom a training, a check or an agreement is about: a volunteer of the register, else an applicant who will be one. Knows what day it is, too. */
@Component
class ProofPeople {

    static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final JdbcClient jdbc;
    private final ObjectProvider<Applicants> applicants;
    private final Clock clock;

    ProofPeople(JdbcClient jdbc, ObjectProvider<Applicants> applicants, Clock clock) {
        this.jdbc = jdbc;
        this.applicants = applicants;
        this.clock = clock;
    }

    /** @param registered whether they stand in the register */
    record Person(UUID id, String givenName, String familyName, @Nullable String email, @Nullable String phone, String language, int birthYear, String major,
            Set<String> kinds, boolean registered) {

        String name() {
            return givenName + " " + familyName;
        }

        Recipient recipient() {
            return new Recipient(Role.VOLUNTEER, name(), email, phone, language);
        }
    }

    private record Row(UUID id, String givenName, String familyName, @Nullable String email, @Nullable String phone, String language, int birthYear, String major) {}

    Optional<Person> find(UUID id) {
        var row = jdbc.sql("""
                SELECT v.id, v.given_name, v.family_name, v.email, v.phone, v.language, v.birth_year, d.major_code AS major
                FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district WHERE v.id = :id""").param("id", id).query(Row.class).optional();
        return row.map(one -> new Person(id, one.givenName(), one.familyName(), one.email(), one.phone(), one.language(), one.birthYear(), one.major(), kinds(id), true))
                .or(() -> applicants.stream().flatMap(all -> all.applicant(id).stream()).findFirst().map(one -> new Person(id, one.givenName(), one.familyName(),
                        one.email(), one.phone(), one.language(), one.birthYear(), one.major(), one.kinds(), false)));
    }

    /** @return who decides for them as told in the application; empty when nobody is known */
    Optional<Recipient> guardian(UUID id) {
        return jdbc.sql("SELECT guardian_name, guardian_email, guardian_phone, language FROM apusilta.application WHERE id = :id AND guardian_name IS NOT NULL").param("id", id)
                .query((row, n) -> new Recipient(Role.VOLUNTEER, row.getString(1), row.getString(2), row.getString(3), row.getString(4))).optional();
    }

    Person person(UUID id) {
        return find(id).orElseThrow(() -> new NoSuchElementException("neither volunteer nor applicant"));
    }

    /** Locks the register's row, so that no place is booked while something that a match needs is being changed. */
    void lock(UUID id) {
        jdbc.sql("SELECT set_config('apusilta.today', :today, true)").param("today", today().toString()).query(String.class).single();
        jdbc.sql("SELECT id FROM apusilta.volunteer WHERE id = :id FOR UPDATE").param("id", id).query(UUID.class).optional();
    }

    LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }

    OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private Set<String> kinds(UUID id) {
        return new TreeSet<>(jdbc.sql("SELECT kind_code FROM apusilta.volunteer_kind WHERE volunteer_id = :id").param("id", id).query(String.class).list());
    }
}
