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
    private final DemoProofs proofs;

    DemoVolunteers(JdbcTemplate jdbc, Catalogue catalogue, Clock clock, ApplicationEventPublisher events, DemoProofs proofs) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.clock = clock;
        this.events = events;
        this.proofs = proofs;
    }

    @Override
    public void proofs() {
        proofs.fill();
    }

    @Override
    @Transactional
    public void fill(int count, long seed, IntConsumer progress) {
        var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
        var people = new InventedPeople(seed, today, catalogue);
        insert("INSERT INTO apusilta.organisation (code, name) VALUES (apusilta.organisation_code(?), ?) ON CONFLICT DO NOTHING",
                InventedPeople.ORGANISATIONS.stream().map(name -> new @Nullable Object[] {name, name}).toList());
        for (int done = 0; done < count;) {
            var batch = new ArrayList<InventedVolunteer>();
            while (batch.size() < BATCH && done + batch.size() < count) {
                batch.add(people.next());
            }
            write(batch, today);
            done += batch.size();
            progress.accept(done);
        }
        rolesAndConsents();
        wishes();
        // without it the planner takes the tables, empty a moment ago, for tiny ones, and reads them whole for each person
        jdbc.execute("ANALYZE apusilta.volunteer, apusilta.volunteer_kind, apusilta.volunteer_language, apusilta.volunteer_interest,"
                + " apusilta.volunteer_training, apusilta.volunteer_practice, apusilta.volunteer_avoid");
        events.publishEvent(new RegisterFilled());
    }

    /** Who speaks some Finnish would like to practise it; some do not go where there is a cat or a strong scent. */
    private void wishes() {
        jdbc.update("INSERT INTO apusilta.volunteer_practice SELECT volunteer_id, code FROM apusilta.volunteer_language WHERE code = 'fi' AND level IN ('A2', 'B1') ON CONFLICT DO NOTHING");
        jdbc.update("INSERT INTO apusilta.volunteer_avoid SELECT id, CASE WHEN hashtext(id::text) % 2 = 0 THEN 'CAT' ELSE 'SCENT' END FROM apusilta.volunteer"
                + " WHERE hashtext(id::text) % 17 = 0 ON CONFLICT DO NOTHING");
    }

    private void write(List<InventedVolunteer> batch, LocalDate today) {
        insert("INSERT INTO apusilta.volunteer (id, given_name, family_name, email, phone, birth_year, gender, language, district, x, y, status,"
                + " joined_on, organisation, agreement_until, insured_until, check_until, capacity, load, max_distance_m, car, strength, pets_ok,"
                + " smoke_ok, slots, last_ended_on) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, apusilta.organisation_code(?), ?,"
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

    /** Consents as people give them, who helps at which site, and whose the two demo logins are. */
    private void rolesAndConsents() {
        jdbc.update("""
                INSERT INTO apusilta.volunteer_consent (volunteer_id, what, given, said_by, said_at)
                SELECT v.id, w.what, abs(hashtext(v.id || w.what)::bigint) % 100 < w.share, 'VOLUNTEER', v.joined_on FROM apusilta.volunteer v, (VALUES ('NEWSLETTER', 60), ('EMAIL', 80), ('SMS', 45), ('LETTER', 55)) AS w (what, share)
                WHERE abs(hashtext(v.id || 'asked')::bigint) % 10 > 0 ON CONFLICT DO NOTHING""");
        jdbc.update("""
                INSERT INTO apusilta.volunteer_site (id, volunteer_id, site_code, since, entered_by, entered_at)
                SELECT gen_random_uuid(), near.id, s.code, near.joined_on, 'SYSTEM', now() FROM apusilta.site s CROSS JOIN LATERAL (
                  SELECT v.id, v.joined_on FROM apusilta.volunteer v WHERE v.district = s.district_code AND v.status = 'ACTIVE' ORDER BY hashtext(v.id || s.code) LIMIT 7) AS near
                ON CONFLICT DO NOTHING""");
        jdbc.update("""
                INSERT INTO apusilta.site_attendance (id, volunteer_id, site_code, day, minutes, confirmed_by, confirmed_at)
                SELECT gen_random_uuid(), w.volunteer_id, w.site_code, ?::date - n * 14, 60 + abs(hashtext(w.volunteer_id || n::text)::bigint) % 5 * 30, 'responsible', now()
                FROM apusilta.volunteer_site w, generate_series(1, 8) n WHERE ?::date - n * 14 >= w.since AND abs(hashtext(w.id || n::text)::bigint) % 3 > 0 ON CONFLICT DO NOTHING""", today(), today());
        jdbc.update("INSERT INTO apusilta.organisation_contact SELECT username, apusilta.organisation_code(?) FROM apusilta.account WHERE username = 'organisation' ON CONFLICT DO NOTHING", InventedPeople.ORGANISATIONS.get(0));
        jdbc.update("""
                INSERT INTO apusilta.responsible_account SELECT a.username, p.id FROM apusilta.account a, apusilta.responsible_person p
                WHERE a.username = 'responsible' AND p.email = 'responsible40@example.invalid' ON CONFLICT DO NOTHING""");
    }

    private Date today() {
        return Date.valueOf(LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki"))));
    }

    private void insert(String sql, List<@Nullable Object[]> rows) {
        jdbc.batchUpdate(sql, rows);
    }

    private static @Nullable Date day(@Nullable LocalDate date) {
        return date == null ? null : Date.valueOf(date);
    }
}
