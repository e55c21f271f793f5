package org.apusilta.partner.internal;

import java.util.Collection;
import java.util.List;
import org.apusilta.volunteer.OtherPlaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Partners that look for volunteers themselves and have said what we may tell people (R40): the same work nearby first. */
@Component
@Transactional(readOnly = true)
class PlacesToHelp implements OtherPlaces {

    private final JdbcClient jdbc;

    PlacesToHelp(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<Place> of(Collection<String> kinds, String major) {
        return jdbc.sql("""
                SELECT p.name, p.for_volunteers AS contact FROM apusilta.partner p WHERE p.active AND p.for_volunteers IS NOT NULL
                ORDER BY (SELECT count(*) FROM apusilta.partner_kind k WHERE k.partner_id = p.id AND k.kind = ANY (:kinds)) DESC,
                  p.whole_city OR EXISTS (SELECT 1 FROM apusilta.partner_area a WHERE a.partner_id = p.id AND a.major = :major) DESC, lower(p.name)""")
                .param("kinds", kinds.toArray(String[]::new)).param("major", major).query(Place.class).list();
    }
}
