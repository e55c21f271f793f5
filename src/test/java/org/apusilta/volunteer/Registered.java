package org.apusilta.volunteer;

import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Volunteers for tests, who may be asked for everything unless changed. Invented people. Each test takes a rare language, so that
 * its candidates are its own whatever others have left in the register.
 */
@Component
public class Registered {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    Registered(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    /** @return a volunteer in Mellunkylä with one place, every kind, every training, every time and this language */
    @Transactional
    public UUID volunteer(String givenName, String language) {
        var id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO apusilta.volunteer (id, given_name, family_name, email, phone, birth_year, gender, language, district, x, y, status,
                  joined_on, agreement_until, insured_until, check_until, capacity, load, max_distance_m, car, strength, pets_ok, smoke_ok, slots)
                SELECT :id, :name, 'Vesala', lower(:name) || '.vesala@postia.example', '+358 000 111 222', 1955, 'F', 'fi', code, x, y, 'ACTIVE',
                  DATE '2020-01-01', DATE '2099-12-31', DATE '2099-12-31', DATE '2099-12-31', 1, 0, 5000, true, true, true, true, 2097151
                FROM apusilta.district WHERE code = '703'
                """).param("id", id).param("name", givenName).update();
        jdbc.sql("INSERT INTO apusilta.volunteer_kind SELECT :id, code FROM apusilta.kind").param("id", id).update();
        jdbc.sql("INSERT INTO apusilta.volunteer_training SELECT :id, code, DATE '2020-02-01' FROM apusilta.training").param("id", id).update();
        jdbc.sql("INSERT INTO apusilta.volunteer_language VALUES (:id, :language, 'C2')").param("id", id).param("language", language).update();
        events.publishEvent(new VolunteerChanged(id));
        return id;
    }

    /** Changes one volunteer. @param sql without its WHERE, such as {@code UPDATE apusilta.volunteer SET car = false} */
    @Transactional
    public void change(UUID id, String sql) {
        jdbc.sql(sql + " WHERE " + (sql.contains("apusilta.volunteer_") ? "volunteer_id" : "id") + " = :id").param("id", id).update();
        events.publishEvent(new VolunteerChanged(id));
    }

    public int load(UUID id) {
        return jdbc.sql("SELECT load FROM apusilta.volunteer WHERE id = :id").param("id", id).query(Integer.class).single();
    }
}
