package org.apusilta.matching.process;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Twice;
import org.apusilta.matching.internal.Rounds;
import org.apusilta.matching.internal.Rounds.Outcome;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Books the confirmed pairs of a round one by one, each in a transaction of its own: what is taken meanwhile stops no other. Public for {@code matching.web} only. */
@Component
public class RoundConfirmations {

    private static final Logger LOG = LoggerFactory.getLogger(RoundConfirmations.class);

    private final RoundBookings bookings;
    private final Rounds rounds;

    RoundConfirmations(RoundBookings bookings, Rounds rounds) {
        this.bookings = bookings;
        this.rounds = rounds;
    }

    /**
     * @param wanted cases whose proposed pair is confirmed @param unwanted cases whose proposal is not wanted: their search goes on as before
     * @return how many became what
     */
    public Map<Outcome, Integer> decide(UUID round, Collection<UUID> wanted, Collection<UUID> unwanted, String by) {
        var became = new EnumMap<Outcome, Integer>(Outcome.class);
        for (var caseId : wanted) {
            rounds.proposed(round, caseId).ifPresent(volunteer -> {
                var outcome = booked(round, caseId, volunteer, by);
                if (outcome == Outcome.TAKEN || outcome == Outcome.MOVED_ON) {
                    rounds.decided(round, caseId, outcome, by);
                }
                became.merge(outcome, 1, Integer::sum);
            });
        }
        for (var caseId : unwanted) {
            if (rounds.decided(round, caseId, Outcome.LEFT_OUT, by)) {
                became.merge(Outcome.LEFT_OUT, 1, Integer::sum);
            }
        }
        return became;
    }

    /** One that fails stops no other: its transaction is undone, and the page says how many. */
    private Outcome booked(UUID round, UUID caseId, UUID volunteer, String by) {
        try {
            return Twice.tried(() -> bookings.book(round, caseId, volunteer, by));
        } catch (RuntimeException fault) {
            LOG.error("The pair proposed for case {} in round {} could not be booked", caseId, round, fault);
            return Outcome.FAILED;
        }
    }
}
