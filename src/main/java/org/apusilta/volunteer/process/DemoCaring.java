package org.apusilta.volunteer.process;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apusilta.security.Access;
import org.apusilta.volunteer.DemoCare;
import org.apusilta.volunteer.internal.CareFinding;
import org.apusilta.volunteer.internal.Recreations.Recreation;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Plain rows for what has been, and the real processes for what waits. */
@Component
class DemoCaring implements DemoCare {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int THANKS = 24;
    private static final int GUESTS = 36;

    private final JdbcClient database;
    private final CareFinding finding;
    private final RecognitionProcess recognition;
    private final RecreationProcess recreation;
    private final Clock clock;

    DemoCaring(JdbcClient database, CareFinding finding, RecognitionProcess recognition, RecreationProcess recreation, Clock clock) {
        this.database = database;
        this.finding = finding;
        this.recognition = recognition;
        this.recreation = recreation;
        this.clock = clock;
    }

    @Override
    @Transactional
    public void fill() {
        var today = LocalDate.now(clock.withZone(HELSINKI));
        database.sql("""
                INSERT INTO apusilta.care_event (volunteer_id, kind, day, noted_by, noted_at)
                SELECT t.volunteer_id, 'ORIENTATION', t.done_on, 'coordinator', t.done_on FROM apusilta.volunteer_training t WHERE t.done_on < :today
                UNION SELECT v.id, (ARRAY['APPRECIATION', 'GUIDANCE', 'THANKS', 'RECREATION'])[1 + abs(hashtext(v.id::text)) % 4], :today - abs(hashtext(v.given_name || v.id)) % 330, 'coordinator', :today
                FROM apusilta.volunteer v WHERE v.status = 'ACTIVE' AND abs(hashtext(v.id::text)) % 3 > 0 AND v.joined_on < :today - 330
                ON CONFLICT DO NOTHING""").param("today", today).update();
        finding.find(THANKS);
        contacts("SILENCE", today.minusMonths(14), today);
        contacts("FIRST_TASK", today.minusDays(41), today);
        recognition.beginFound();
        events(today);
    }

    private void contacts(String reason, LocalDate since, LocalDate today) {
        database.sql("""
                INSERT INTO apusilta.care_due (id, volunteer_id, reason, occasion, found_on)
                SELECT gen_random_uuid(), v.id, :reason, :since, :today FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district
                WHERE v.status = 'ACTIVE' AND v.organisation IS NULL AND v.load = 0 AND v.last_ended_on IS NULL AND d.major_code IN ('3', '7')
                  AND NOT EXISTS (SELECT 1 FROM apusilta.care_due o WHERE o.volunteer_id = v.id) ORDER BY v.id LIMIT 3""")
                .param("reason", reason).param("since", since.toString()).param("today", today).update();
    }

    /** One to come, with answers already; the letters leave when the demo runs. */
    private void events(LocalDate today) {
        var begin = today.plusDays(24).atTime(14, 0).atZone(HELSINKI).toInstant();
        var id = UUID.randomUUID();
        recreation.plan(new Recreation(id, "Kiitoskahvit ja yhteislaulua", "Tackkaffe och allsång", "Coffee, thanks and singing", "Kulttuurikeskus Stoa, Turunlinnantie 1", begin, begin.plusSeconds(9_000),
                today.plusDays(17), 30, 0, "7", "coordinator", null, null, null));
        var guests = database.sql("""
                SELECT v.id FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district WHERE d.major_code = '7' AND v.status = 'ACTIVE' AND v.joined_on < :day
                ORDER BY v.id LIMIT :most""").param("day", today.minusYears(1)).param("most", GUESTS).query(UUID.class).list();
        recreation.invite(id, guests, List.copyOf(Access.ALL_DISTRICTS));
        database.sql("""
                UPDATE apusilta.recreation_invitation SET answer = CASE WHEN abs(hashtext(volunteer_id::text)) % 4 = 0 THEN 'NO' ELSE 'YES' END, answered_at = now(), means = 'LINK'
                WHERE recreation_id = :id AND abs(hashtext(volunteer_id::text)) % 5 < 3""").param("id", id).update();
        database.sql("UPDATE apusilta.recreation r SET taken = (SELECT count(*) FROM apusilta.recreation_invitation i WHERE i.recreation_id = r.id AND i.answer = 'YES') WHERE id = :id").param("id", id).update();
    }
}
