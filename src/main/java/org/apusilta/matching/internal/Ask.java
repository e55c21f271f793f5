package org.apusilta.matching.internal;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A request as matching sees it: numbers and masks.
 *
 * @param kinds all of them must be offered by one volunteer
 * @param x metres, of the client's district
 * @param slots 0 when any time will do
 * @param preferred bit of the language the client would like best, 0 when none was told
 * @param cases this case and those it goes on from: they do not compete with each other
 * @param waitedDays whole days since the request came
 * @param firstDay the day on which the help is to begin, today at the earliest
 * @param hours a week, 0 when not told or when it is for one time only
 */
record Ask(UUID caseId, List<String> kinds, int x, int y, int slots, long languages, long preferred, long interests,
        @Nullable String gender, boolean pets, boolean smoke, boolean strength, boolean car, Besides besides, Set<UUID> cases, Relaxed relaxed,
        int waitedDays, LocalDate today, LocalDate firstDay, double hours, Weights weights) {

    /** Hard rules a coordinator has relaxed for this case. */
    record Relaxed(boolean distance, boolean times, boolean language, boolean gender) {

        static final Relaxed NOTHING = new Relaxed(false, false, false, false);
    }

    /**
     * What the request itself does not say.
     *
     * @param level from which a language counts as spoken
     * @param around mask of what is in the home, see {@link Surroundings}
     * @param practises languages the client would like to practise
     * @param welcomes whether the client gladly helps somebody to practise theirs
     * @param bornUntil the latest year of birth of somebody old enough
     * @param asked whoever was asked in this case or in those it goes on from
     * @param parted those the client has parted from badly
     * @param known those with whom the client had a match that ended well
     */
    record Besides(Level level, int around, long practises, boolean welcomes, int bornUntil, Set<UUID> asked, Set<UUID> parted,
            Set<UUID> known) {

        static final Besides NOTHING = new Besides(Level.B1, 0, 0, false, Integer.MAX_VALUE, Set.of(), Set.of(), Set.of());

        /** @return those who are not asked for this case, whatever else fits */
        Set<UUID> never() {
            var never = new HashSet<>(asked);
            never.addAll(parted);
            return never;
        }
    }

    /** How well a language must be spoken, as in the Common European Framework. */
    enum Level { A2, B1, B2, C1 }

    int waitingPoints() {
        return weights.waitingDay() * waitedDays;
    }
}
