package org.apusilta.partner.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apusilta.volunteer.OtherPlaces;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Partners that look for volunteers themselves and have said what we may tell people (R40): the same work nearby first. Public for {@code partner.web} only. */
@Component
@Transactional(readOnly = true)
public class PlacesToHelp implements OtherPlaces {

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

    /** @return what people who would like to help are told of this partner, empty when nobody is sent there */
    public String told(UUID partner) {
        return jdbc.sql("SELECT coalesce(for_volunteers, '') FROM apusilta.partner WHERE id = ?").param(partner).query(String.class).optional().orElse("");
    }

    /** @param contact an address on the web or a phone number; empty when nobody is to be sent there */
    @Transactional
    public void tell(UUID partner, String contact) {
        jdbc.sql("UPDATE apusilta.partner SET for_volunteers = nullif(?, '') WHERE id = ?").params(contact, partner).update();
    }
}
