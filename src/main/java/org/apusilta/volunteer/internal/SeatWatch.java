package org.apusilta.volunteer.internal;

import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Looks each morning for seats in tomorrow's trainings and reminds whoever has one; it moves nothing that runs. A training is a row
 * that many sign up for and give back again, not a case (ADR 23).
 */
@Component
public class SeatWatch {

    private static final Logger LOG = LoggerFactory.getLogger(SeatWatch.class);

    private final TrainingSessions sessions;
    private final ProofPeople people;

    SeatWatch(TrainingSessions sessions, ProofPeople people) {
        this.sessions = sessions;
        this.people = people;
    }

    /** On one node at a time. */
    @Scheduled(cron = "${apusilta.seats.cron}", zone = "Europe/Helsinki")
    @SchedulerLock(name = "seats", lockAtMostFor = "PT30M")
    public void everyMorning() {
        look();
    }

    /** Each in a transaction of its own, so that one that fails does not stop the others. */
    public void look() {
        for (var seat : sessions.toRemind(people.today().plusDays(1))) {
            try {
                sessions.remindOfSeat(seat);
            } catch (RuntimeException failed) {
                LOG.warn("The reminder of seat {} was not written: {}", seat, failed.getClass().getSimpleName());
            }
        }
    }
}
