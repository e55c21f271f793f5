package org.apusilta.relationship;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Running supports in numbers, for those who look after the whole. Counts only, nothing of anybody. */
public interface SupportFigures {

    /** What stands open at this moment. @param concerns somebody worries, not settled @param pauses that run @param drifts questions whose work something is */
    record Now(int concerns, int pauses, int drifts) {}

    /** Visits of one week, by the day they were planned on. @param minutes of those that were held */
    record Visits(LocalDate monday, int done, int notDone, int moved, int silent, int minutes) {}

    /** What came up on visits and was not agreed. @param code a border rule's, or OTHER */
    record Drifts(String code, int marked, int spotted, int belongs, int covered, int professional, int nothing, int open) {}

    /** @param major code of a major district, null for all */
    Now now(@Nullable String major);

    /** @return each week that had any, oldest first */
    List<Visits> visits(@Nullable String major, Instant from, Instant to);

    /** @return by piece, the most frequent first */
    List<Drifts> drifts(@Nullable String major, Instant from, Instant to);
}
