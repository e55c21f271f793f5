package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.apusilta.catalogue.Assessments;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The demo's trainings, agreements, checks and assessments: a few statements over the invented people. */
@Component
class DemoProofs {

    private record Held(String training, String title, String mode, int inDays, String place, String district, String language, int seats, int come) {}

    private static final List<Held> SESSIONS = List.of(
            new Held("BASICS", null, "LIVE", -61, "Keskustakirjasto Oodi, Töölönlahdenkatu 4", "101", "fi", 30, 27), new Held("FRIEND", null, "LIVE", -40, "Vuotalo, Mosaiikkitori 2", "702", "fi", 20, 18),
            new Held("BASICS", null, "REMOTE", -25, "Teams, linkki ilmoittautuneille", "703", "fi", 40, 31), new Held("LECTURE", "Muistisairaan ihmisen kohtaaminen", "REMOTE", -11, "Teams, linkki ilmoittautuneille", "301", "fi", 60, 44),
            new Held("ESCORT", null, "LIVE", -1, "Kinaporin seniorikeskus, Kinaporinkatu 9", "302", "fi", 16, 14), new Held("BASICS", null, "LIVE", 3, "Kallion kirjasto, Viides linja 11", "302", "fi", 20, 23),
            new Held("BASICS", null, "REMOTE", 6, "Teams, länk till de anmälda", "101", "sv", 25, 9), new Held("FRIEND", null, "LIVE", 8, "Malmitalo, Ala-Malmin tori 1", "502", "fi", 20, 12),
            new Held("YOUNG", null, "LIVE", 12, "Itäkeskuksen kirjasto, Turunlinnantie 1", "703", "fi", 18, 7), new Held("BASICS", null, "LIVE", 16, "Stoa, Turunlinnantie 1", "703", "en", 20, 6),
            new Held("DIGITAL", null, "REMOTE", 21, "Teams, linkki ilmoittautuneille", "205", "fi", 30, 11), new Held("LECTURE", "Mikä kuuluu vapaaehtoiselle ja mikä ei", "REMOTE", 27, "Teams, linkki ilmoittautuneille", "101", "fi", 80, 36));

    private final JdbcClient jdbc;
    private final ProofPeople people;
    private final Assessments assessments;

    DemoProofs(JdbcClient jdbc, ProofPeople people, Assessments assessments) {
        this.jdbc = jdbc;
        this.people = people;
        this.assessments = assessments;
    }

    @Transactional
    public void fill() {
        var today = people.today();
        if (jdbc.sql("SELECT count(*) FROM apusilta.account WHERE username IN ('lead', 'coordinator')").query(Integer.class).single() < 2) {
            return;   // whoever assessed and checked has an account
        }
        assessments.assess("FAMILY_FRIEND", true, true, true, "lead");
        assessments.assess("YOUTH_MENTOR", true, true, true, "lead");
        SESSIONS.forEach(one -> session(one, today));
        agreements(today);
        checks();
    }

    private void session(Held one, LocalDate today) {
        var id = UUID.randomUUID();
        var starts = today.plusDays(one.inDays()).atTime(LocalTime.of(17, 0)).atZone(ProofPeople.HELSINKI).toOffsetDateTime();
        boolean recorded = one.inDays() < -5;
        jdbc.sql("""
                INSERT INTO apusilta.training_session (id, training_code, title, mode, starts_at, ends_at, place, district, language, seats, taken, held_at, created_by, created_at)
                SELECT :id, :training, :title, :mode, :starts, :ends, :place, :district, :language, :seats, least(:seats, :come), CASE WHEN :recorded THEN :ends::timestamptz END, 'coordinator', :planned""")
                .param("id", id).param("training", one.training()).param("title", one.title()).param("mode", one.mode()).param("starts", starts).param("ends", starts.plusHours(2)).param("place", one.place())
                .param("district", one.district()).param("language", one.language()).param("seats", one.seats()).param("come", one.come()).param("recorded", recorded).param("planned", starts.minusDays(60)).update();
        jdbc.sql("""
                INSERT INTO apusilta.training_signup (id, session_id, person_id, state, means, signed_by, signed_at, changed_at)
                SELECT gen_random_uuid(), :id, p.id, CASE WHEN p.n > :seats THEN 'WAITING' WHEN NOT :recorded THEN 'SEATED' WHEN p.n % 9 = 0 THEN 'ABSENT' ELSE 'ATTENDED' END,
                  CASE WHEN p.n % 4 = 0 THEN 'PHONE' ELSE 'LINK' END, CASE WHEN p.n % 4 = 0 THEN 'coordinator' END, :signed::timestamptz + p.n * interval '1 hour', :signed
                FROM (SELECT id, row_number() OVER (ORDER BY id) AS n FROM (SELECT id FROM apusilta.volunteer WHERE status = 'ACTIVE' ORDER BY id LIMIT :come OFFSET :skip) chosen) p""")
                .param("id", id).param("seats", one.seats()).param("recorded", recorded).param("come", one.come()).param("skip", 50 * (one.inDays() + 70)).param("signed", starts.minusDays(30)).update();
        if (recorded) {
            jdbc.sql("""
                    INSERT INTO apusilta.training_completion (person_id, training_code, done_on, how, recorded_by, recorded_at)
                    SELECT person_id, :training, :day, 'SESSION', 'coordinator', :ends FROM apusilta.training_signup WHERE session_id = :id AND state = 'ATTENDED'""")
                    .param("training", one.training()).param("day", starts.toLocalDate()).param("ends", starts.plusHours(2)).param("id", id).update();
        }
    }

    /** The newest few hundred have signed here; of the others the register knows the dates. */
    private void agreements(LocalDate today) {
        jdbc.sql("""
                INSERT INTO apusilta.city_agreement_template (id, valid_from, text_fi, text_sv, text_en, recorded_by, recorded_at)
                SELECT gen_random_uuid(), :from, text_fi || E'\\nVoit antaa palautetta ja kertoa huolestasi milloin tahansa.', text_sv || E'\\nDu kan ge respons och berätta om en oro när som helst.',
                  text_en || E'\\nYou may give feedback and tell us of a worry at any time.', 'lead', now() FROM apusilta.city_agreement_template ORDER BY valid_from DESC LIMIT 1""")
                .param("from", today.minusDays(200)).update();
        jdbc.sql("""
                INSERT INTO apusilta.city_agreement (id, person_id, number, template_id, language, text, drafted_at, asked_at, confirmed_at, means, recorded_by, valid_from, valid_until)
                SELECT gen_random_uuid(), v.id, 1, t.id, v.language, replace(replace(CASE v.language WHEN 'sv' THEN t.text_sv WHEN 'en' THEN t.text_en ELSE t.text_fi END, '{months}', '24'), '{age}', '85'),
                  v.signed - interval '3 days', v.signed - interval '3 days', v.signed, v.means, CASE WHEN v.means <> 'LINK' THEN 'coordinator' END, v.signed, v.agreement_until
                FROM (SELECT id, language, agreement_until, greatest(joined_on, (agreement_until - interval '24 months' + interval '1 day')::date) AS signed,
                        (ARRAY['LINK', 'LINK', 'PAPER', 'PHONE'])[1 + abs(hashtext(id::text)) % 4] AS means
                      FROM apusilta.volunteer WHERE agreement_until >= :today ORDER BY joined_on DESC LIMIT 400) v
                JOIN LATERAL (SELECT * FROM apusilta.city_agreement_template WHERE valid_from <= v.signed ORDER BY valid_from DESC LIMIT 1) t ON true
                WHERE v.signed <= :today""").param("today", today).update();
    }

    private void checks() {
        jdbc.sql("""
                INSERT INTO apusilta.background_check (id, person_id, instance_id, opened_at, consent_at, consent_means, requested_at, requested_by, extract_issued_on, checked_on, checked_by, valid_until, closed_at)
                SELECT gen_random_uuid(), id, gen_random_uuid()::text, c.on_day - 40, c.on_day - 35, 'LINK', c.on_day - 34, 'coordinator', c.on_day - 20, c.on_day, 'coordinator', check_until, c.on_day
                FROM apusilta.volunteer v JOIN LATERAL (SELECT (v.check_until - interval '12 months')::date AS on_day) c ON true WHERE v.check_until IS NOT NULL""").update();
    }
}
