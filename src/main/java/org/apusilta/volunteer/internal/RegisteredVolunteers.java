package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apusilta.volunteer.VolunteerChanged;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The register in our tables. Booking is one conditional UPDATE: counting first and inserting then overbooks. */
@Component
class RegisteredVolunteers implements Volunteers {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    RegisteredVolunteers(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Override
    public Optional<Contact> contact(UUID id) {
        return Optional.ofNullable(contacts(java.util.Set.of(id)).get(id));
    }

    @Override
    public Map<UUID, Contact> contacts(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return jdbc.sql("SELECT id, given_name, family_name, email, phone, language FROM apusilta.volunteer WHERE id IN (:ids)")
                .param("ids", ids).query(Contact.class).list().stream().collect(Collectors.toMap(Contact::id, Function.identity()));
    }

    @Override
    public Optional<Profile> profile(UUID id) {
        return jdbc.sql("""
                SELECT given_name, birth_year, slots, x, y,
                  ARRAY(SELECT l.code FROM apusilta.volunteer_language l WHERE l.volunteer_id = v.id AND l.level >= 'B1' ORDER BY l.code) AS languages,
                  ARRAY(SELECT i.code FROM apusilta.volunteer_interest i WHERE i.volunteer_id = v.id ORDER BY i.code) AS interests
                FROM apusilta.volunteer v WHERE id = :id""").param("id", id)
                .query((row, n) -> new Profile(row.getString("given_name"), row.getInt("birth_year"), texts(row.getArray("languages")),
                        texts(row.getArray("interests")), row.getObject("slots", Integer.class), row.getInt("x"), row.getInt("y"))).optional();
    }

    private static List<String> texts(java.sql.Array column) throws java.sql.SQLException {
        return List.of((String[]) column.getArray());
    }

    @Override
    @Transactional
    public boolean reserve(UUID id) {
        boolean booked = jdbc.sql("UPDATE apusilta.volunteer SET load = load + 1 WHERE id = :id AND load < capacity AND status = 'ACTIVE'")
                .param("id", id).update() == 1;
        if (booked) {
            events.publishEvent(new VolunteerChanged(id));
        }
        return booked;
    }

    @Override
    @Transactional
    public void letGo(UUID id, @Nullable LocalDate endedOn) {
        jdbc.sql("UPDATE apusilta.volunteer SET load = load - 1, last_ended_on = coalesce(:endedOn::date, last_ended_on) WHERE id = :id")
                .param("id", id).param("endedOn", endedOn).update();
        events.publishEvent(new VolunteerChanged(id));
    }
}
