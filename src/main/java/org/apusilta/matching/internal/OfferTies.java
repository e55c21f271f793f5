package org.apusilta.matching.internal;

import java.util.UUID;
import org.apusilta.volunteer.VolunteerTies;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An offer that is open, or said yes to and not ended: a process waits for that volunteer by id. */
@Component
class OfferTies implements VolunteerTies {

    private final JdbcClient jdbc;

    OfferTies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public boolean running(UUID volunteerId) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM apusilta.offer o JOIN apusilta.help_request r ON r.id = o.case_id WHERE o.volunteer_id = ? AND o.state IN ('OPEN', 'ACCEPTED') AND r.outcome IS NULL)")
                .param(volunteerId).query(Boolean.class).single();
    }
}
