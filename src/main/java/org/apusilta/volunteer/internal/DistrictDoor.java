package org.apusilta.volunteer.internal;

import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.security.Access;
import org.apusilta.volunteer.VolunteerDoor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** By the major district the volunteer lives in. */
@Component
class DistrictDoor implements VolunteerDoor {

    private final JdbcClient jdbc;
    private final Access access;

    DistrictDoor(JdbcClient jdbc, Access access) {
        this.jdbc = jdbc;
        this.access = access;
    }

    @Override
    public void open(UUID volunteerId) {
        access.requireDistrict(jdbc.sql("SELECT d.major_code FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district WHERE v.id = apusilta.volunteer_current(:id)")
                .param("id", volunteerId).query(String.class).optional().orElseThrow(() -> new NoSuchElementException("no such volunteer")));
    }
}
