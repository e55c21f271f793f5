package org.apusilta.matching.internal;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.apusilta.volunteer.VolunteerChanged;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a volunteer avoids in a home and which languages they would like to practise. Public for {@code matching.web} only. */
@Component
@Transactional
public class VolunteerWishes {

    /** @param avoids codes of {@link Surroundings}, never why @param practises ISO 639 codes */
    public record Wish(List<String> avoids, List<String> practises) {}

    private final JdbcTemplate jdbc;
    private final ApplicationEventPublisher events;

    VolunteerWishes(JdbcTemplate jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @Transactional(readOnly = true)
    public Wish of(UUID volunteerId) {
        return new Wish(jdbc.queryForList("SELECT code FROM apusilta.volunteer_avoid WHERE volunteer_id = ? ORDER BY code", String.class, volunteerId),
                jdbc.queryForList("SELECT code FROM apusilta.volunteer_practice WHERE volunteer_id = ? ORDER BY code", String.class, volunteerId));
    }

    /** Codes nobody knows are left out. */
    public void keep(UUID volunteerId, Collection<String> avoids, Collection<String> practises) {
        jdbc.update("DELETE FROM apusilta.volunteer_avoid WHERE volunteer_id = ?", volunteerId);
        jdbc.update("DELETE FROM apusilta.volunteer_practice WHERE volunteer_id = ?", volunteerId);
        avoids.stream().filter(Surroundings.CODES::contains).distinct()
                .forEach(code -> jdbc.update("INSERT INTO apusilta.volunteer_avoid VALUES (?, ?)", volunteerId, code));
        practises.stream().distinct().forEach(code -> jdbc.update("INSERT INTO apusilta.volunteer_practice SELECT ?, code FROM apusilta.language_bit WHERE code = ?", volunteerId, code));
        events.publishEvent(new VolunteerChanged(volunteerId));
    }
}
