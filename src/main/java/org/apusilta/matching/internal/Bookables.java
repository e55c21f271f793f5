package org.apusilta.matching.internal;

import java.util.Map;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the derived table {@code bookable} equal to what the register and the catalogue say. */
@Component
class Bookables {

    private static final String INSERT = """
            INSERT INTO apusilta.bookable (kind_code, volunteer_id, x, y, max_distance_m, languages, slots, interests, gender, car,
                   strength, pets_ok, smoke_ok, free, capacity, last_ended_on, resting_until, hours_limit, bookable_until,
                   languages_a2, languages_b2, languages_c1, practises, avoids, born)
            SELECT k.code, v.id, v.x, v.y, v.max_distance_m, v.languages, v.slots, v.interests, v.gender, v.car,
                   v.strength, v.pets_ok, v.smoke_ok, v.capacity - v.load, v.capacity, v.last_ended_on, v.resting_until,
                   (SELECT h.hours_limit FROM apusilta.volunteer h WHERE h.id = v.id),
                   least(v.covered_until, k.until),
                   p.languages_a2, p.languages_b2, p.languages_c1, p.practises, p.avoids, p.birth_year
            FROM apusilta.volunteer_available v
            JOIN apusilta.volunteer_besides p ON p.id = v.id
            JOIN apusilta.volunteer_fit k (volunteer_id, code, until) ON k.volunteer_id = v.id
            WHERE k.code IN (:codes)
            """;

    private final NamedParameterJdbcTemplate jdbc;
    private final Catalogue catalogue;
    private final Crowds crowds;

    Bookables(NamedParameterJdbcTemplate jdbc, Catalogue catalogue, Crowds crowds) {
        this.jdbc = jdbc;
        this.catalogue = catalogue;
        this.crowds = crowds;
    }

    /** Makes one volunteer's rows anew. The volunteer's row is locked first, so that two changes at once come one after the other; without its key, as a row that names the volunteer may hold that. */
    @Transactional
    public void refresh(UUID volunteerId) {
        var parameters = kinds();
        parameters.put("id", volunteerId);
        jdbc.queryForList("SELECT id FROM apusilta.volunteer WHERE id = :id FOR NO KEY UPDATE", parameters);
        jdbc.update("DELETE FROM apusilta.bookable WHERE volunteer_id = :id", parameters);
        jdbc.update(INSERT + " AND v.id = :id", parameters);
    }

    /** Makes the whole table anew, in the order it is read in. Reads go on meanwhile; bookings wait. */
    @Transactional
    public void rebuild() {
        jdbc.getJdbcTemplate().execute("LOCK TABLE apusilta.volunteer IN SHARE ROW EXCLUSIVE MODE");
        jdbc.getJdbcTemplate().execute("DELETE FROM apusilta.bookable");
        // tables so small are never counted by themselves, and a plan that takes them for smaller still grows with the square of the register
        jdbc.getJdbcTemplate().execute("ANALYZE apusilta.kind, apusilta.kind_training, apusilta.training, apusilta.language_bit, apusilta.interest_bit");
        jdbc.update(INSERT + " ORDER BY k.code, v.x >> 10, v.y >> 10, v.id", kinds());
        jdbc.getJdbcTemplate().execute("ANALYZE apusilta.bookable");
        crowds.forget();
    }

    private Map<String, Object> kinds() {
        var kinds = catalogue.kinds();
        var parameters = new java.util.HashMap<String, Object>();
        parameters.put("codes", kinds.stream().map(Kind::code).toList());
        return parameters;
    }
}
