package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.time.Period;
import java.util.UUID;
import org.apusilta.catalogue.District;
import org.apusilta.volunteer.Application;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** An applicant's row in the register: written once, made active once. */
@Repository
class RegisterEntry {

    /** One at a time to begin with; more when it has gone well. */
    private static final int FIRST_CAPACITY = 1;

    private final JdbcClient jdbc;
    private final Period eraseAfter;

    /** @param eraseAfter how long after leaving the data is kept */
    RegisterEntry(JdbcClient jdbc, @Value("${apusilta.volunteers.erase-after}") Period eraseAfter) {
        this.jdbc = jdbc;
        this.eraseAfter = eraseAfter;
    }

    /** Idempotent: who stands in the register already stays as they are. */
    void applicant(Application one, District district, LocalDate day) {
        boolean written = jdbc.sql("""
                INSERT INTO apusilta.volunteer (id, given_name, family_name, email, phone, birth_year, language, district, x, y, status, joined_on, capacity,
                    max_distance_m, car, strength, pets_ok, smoke_ok, slots)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'APPLICANT', ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING""")
                .params(one.id(), one.person().givenName(), one.person().familyName(), one.person().email(), one.person().phone(), one.birthYear(),
                        one.language(), one.district(), district.x(), district.y(), day, FIRST_CAPACITY, one.reachMetres(), one.home().car(),
                        one.home().strength(), one.home().petsOk(), one.home().smokeOk(), one.slots()).update() == 1;
        if (written) {
            jdbc.sql("INSERT INTO apusilta.volunteer_kind (volunteer_id, kind_code) SELECT application_id, kind FROM apusilta.application_kind WHERE application_id = ?")
                    .param(one.id()).update();
            jdbc.sql("INSERT INTO apusilta.volunteer_language (volunteer_id, code, level) SELECT application_id, code, level FROM apusilta.application_language WHERE application_id = ?")
                    .param(one.id()).update();
            if (one.practiseFinnish()) {
                jdbc.sql("INSERT INTO apusilta.volunteer_practice (volunteer_id, code) VALUES (?, 'fi')").param(one.id()).update();
            }
        }
    }

    void active(UUID id, LocalDate day) {
        jdbc.sql("UPDATE apusilta.volunteer SET status = 'ACTIVE', joined_on = ? WHERE id = ? AND status = 'APPLICANT'").params(day, id).update();
    }

    /** Never a volunteer, so there is no farewell: stays with the day, until retention takes the row. @return whether they stood in the register */
    boolean never(UUID id, LocalDate day) {
        return jdbc.sql("UPDATE apusilta.volunteer SET status = 'LEFT', left_on = ?, erase_on = ? WHERE id = ? AND status = 'APPLICANT'").params(day, day.plus(eraseAfter), id).update() == 1;
    }
}
