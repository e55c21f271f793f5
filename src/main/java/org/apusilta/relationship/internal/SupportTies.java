package org.apusilta.relationship.internal;

import java.util.UUID;
import org.apusilta.volunteer.VolunteerTies;
import org.springframework.stereotype.Component;

/** A support that runs: its process writes to that volunteer by id. */
@Component
class SupportTies implements VolunteerTies {

    private final VisitHours hours;

    SupportTies(VisitHours hours) {
        this.hours = hours;
    }

    @Override
    public boolean running(UUID volunteerId) {
        return !hours.running(volunteerId).isEmpty();
    }
}
