package org.apusilta.volunteer.internal;

import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.volunteer.DemoRegister;
import org.apusilta.volunteer.RegisterFilled;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes invented people in batches: thousands in a few seconds. In every profile, for tests use it too; only the demo calls it at start. */
@Component
class DemoVolunteers implements DemoRegister {

    private static final int BATCH = 500;

    private final JdbcTemplate jdbc;
    private final Catalogue catalogue;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    DemoVolunteers(JdbcTemplate jdbc, Catalogue catalogue, Clock clock, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.clock = clock;
        this.events = events;
    }

    @Override
    @Transactional
    public void fill(int count, long seed, IntConsumer progress) {
        var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
        var people = new InventedPeople(seed, today, catalogue);
        for (int done = 0; done < count;) {
            var batch = new ArrayList<InventedVolunteer>();
            while (batch.size() < BATCH && done + batch.size() < count) {
                batch.add(people.next());
            }
            write(batch, today);
            done += batch.size();
            progress.accept(done);
        }
        // without it the planner takes the tables, empty a moment ago, for tiny ones, and reads them whole for each person
        jdbc.execute("ANALYZE apusilta.volunteer, apusilta.volunteer_kind, apusilta.volunteer_language, apusilta.volunteer_interest,"
                + " apusilta.volunteer_training");
        events.publishEvent(new RegisterFilled());
    }

    private void write(List<InventedVolunteer> batch, LocalDate today) {
        insert("INSERT INTO apusilta.volunteer (id, given_name, family_name, email, phone, birth_year, gender, language, district, x, y, status,"
                + " joined_on, organisation, agreement_until, insured_until, check_until, capacity, load, max_distance_m, car, strength, pets_ok,"
                + " smoke_ok, slots, last_ended_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                + " CASE WHEN ?::date IS NOT NULL THEN least(?::date, ?::date, apusilta.insurable_until(?, ?)) END, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                batch.stream().map(v -> new @Nullable Object[] {v.id(), v.givenName(), v.familyName(), v.email(), v.phone(), v.birthYear(), v.gender(),
                        v.language(), v.district(), v.x(), v.y(), v.status(), day(v.joinedOn()), v.organisation(), day(v.agreementUntil()),
                        day(v.insuredUntil()), day(v.insuredUntil()), day(v.agreementUntil()), v.birthYear(), day(today), day(v.checkUntil()), v.capacity(), v.load(), v.maxDistance(), v.car(), v.strength(), v.petsOk(),
                        v.smokeOk(), v.slots(), day(v.lastEndedOn())}).toList());
        insert("INSERT INTO apusilta.volunteer_language (volunteer_id, code, level) VALUES (?, ?, ?)", batch.stream()
                .flatMap(v -> v.languages().entrySet().stream().map(l -> new @Nullable Object[] {v.id(), l.getKey(), l.getValue()})).toList());
        insert("INSERT INTO apusilta.volunteer_kind (volunteer_id, kind_code) VALUES (?, ?)", batch.stream()
                .flatMap(v -> v.kinds().stream().map(kind -> new @Nullable Object[] {v.id(), kind})).toList());
        insert("INSERT INTO apusilta.volunteer_interest (volunteer_id, code) VALUES (?, ?)", batch.stream()
                .flatMap(v -> v.interests().stream().map(interest -> new @Nullable Object[] {v.id(), interest})).toList());
        insert("INSERT INTO apusilta.volunteer_training (volunteer_id, code, done_on) VALUES (?, ?, ?)", batch.stream()
                .flatMap(v -> v.trainings().entrySet().stream().map(t -> new @Nullable Object[] {v.id(), t.getKey(), day(t.getValue())})).toList());
    }

    private void insert(String sql, List<@Nullable Object[]> rows) {
        jdbc.batchUpdate(sql, rows);
    }

    private static @Nullable Date day(@Nullable LocalDate date) {
        return date == null ? null : Date.valueOf(date);
    }
}
