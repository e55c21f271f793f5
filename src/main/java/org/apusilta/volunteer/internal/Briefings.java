package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * When a site's staff were briefed in working with volunteers, and its responsible persons coached (R4, R28). That a site has a named
 * contact and a deputy the table itself demands: without them there is no site, so nobody can be sent to one.
 */
@Service
@Transactional
public class Briefings {

    private final JdbcClient jdbc;
    private final ProofPeople people;

    Briefings(JdbcClient jdbc, ProofPeople people) {
        this.jdbc = jdbc;
        this.people = people;
    }

    /** One site with its people. @param coachedOn of the contact */
    public record SiteRow(String code, String name, String contact, UUID contactId, String deputy, @Nullable LocalDate briefedOn, @Nullable LocalDate coachedOn) {}

    /** @return the sites of these districts, those never briefed and the longest ago first */
    @Transactional(readOnly = true)
    public List<SiteRow> sites(Set<String> majors, Locale language) {
        return majors.isEmpty() ? List.of() : jdbc.sql("""
                SELECT s.code, CASE :language WHEN 'sv' THEN s.name_sv WHEN 'en' THEN s.name_en ELSE s.name_fi END AS name, c.given_name || ' ' || c.family_name AS contact,
                  c.id AS contact_id, d.given_name || ' ' || d.family_name AS deputy, s.briefed_on, c.coached_on
                FROM apusilta.site s JOIN apusilta.district p ON p.code = s.district_code JOIN apusilta.responsible_person c ON c.id = s.contact_id
                JOIN apusilta.responsible_person d ON d.id = s.deputy_id WHERE p.major_code IN (:majors) ORDER BY s.briefed_on NULLS FIRST, s.code""")
                .param("language", language.getLanguage()).param("majors", majors).query(SiteRow.class).list();
    }

    /** Keeps that the staff of a site were briefed, and its own contact coached. @param contact null when not coached @throws IllegalArgumentException when the day is to come */
    public void briefed(String site, Set<String> majors, LocalDate on, @Nullable UUID contact, String by) {
        held(on);
        if (jdbc.sql("UPDATE apusilta.site s SET briefed_on = greatest(briefed_on, :on::date) FROM apusilta.district d WHERE s.code = :site AND d.code = s.district_code AND d.major_code IN (:majors)")
                .param("on", on).param("site", site).param("majors", majors).update() == 0) {
            throw new NoSuchElementException("no such site");
        }
        jdbc.sql("INSERT INTO apusilta.staff_briefing (site_code, held_on, recorded_by, recorded_at) VALUES (:site, :on, :by, :now)")
                .param("site", site).param("on", on).param("by", by).param("now", people.now()).update();
        if (contact != null) {
            coached(site, contact, on, by);
        }
    }

    private void coached(String site, UUID person, LocalDate on, String by) {
        if (jdbc.sql("UPDATE apusilta.responsible_person p SET coached_on = greatest(coached_on, :on::date) FROM apusilta.site s WHERE p.id = :id AND s.code = :site AND s.contact_id = p.id")
                .param("on", on).param("id", person).param("site", site).update() == 0) {
            throw new NoSuchElementException("not this site's contact");
        }
        jdbc.sql("INSERT INTO apusilta.staff_briefing (person_id, held_on, recorded_by, recorded_at) VALUES (:id, :on, :by, :now)")
                .param("id", person).param("on", on).param("by", by).param("now", people.now()).update();
    }

    private void held(LocalDate on) {
        if (on.isAfter(people.today())) {
            throw new IllegalArgumentException("it has not been held yet");
        }
    }
}
