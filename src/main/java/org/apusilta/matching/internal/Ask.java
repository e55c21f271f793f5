package org.apusilta.matching.internal;

import java.time.LocalDate;
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
 * @param cases this case and those it goes on from: whoever was asked in one of them is not asked again
 * @param waitedDays whole days since the request came
 * @param firstDay the day on which the help is to begin, today at the earliest
 * @param hours a week, 0 when not told or when it is for one time only
 */
record Ask(UUID caseId, List<String> kinds, int x, int y, int slots, long languages, long preferred, long interests,
        @Nullable String gender, boolean pets, boolean smoke, boolean strength, boolean car, Set<UUID> cases, Relaxed relaxed,
        int waitedDays, LocalDate today, LocalDate firstDay, double hours) {

    /** Hard rules a coordinator has relaxed for this case. */
    record Relaxed(boolean distance, boolean times, boolean language, boolean gender) {

        static final Relaxed NOTHING = new Relaxed(false, false, false, false);
    }
}
