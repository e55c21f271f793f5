package org.apusilta.matching.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One candidate as SQL counted it; points are thousandths.
 *
 * @param metres to the middle of the client's district
 * @param near, timely, spoken, wished whether the rules that can be relaxed are met; all true unless relaxed
 * @param languages those spoken well enough for this request
 * @param practises those the volunteer would like to practise
 * @param slots null when the volunteer has not told their times
 * @param restedDays since the last task, null when there was none
 * @param free places left
 * @param competition 0, or the points taken off because another request has the stronger claim
 * @param rivalDays how long that other request has waited
 * @param score sum of the components, waiting included
 */
record Scored(UUID volunteerId, int metres, boolean near, @Nullable Integer slots, boolean timely, long languages, boolean spoken,
        boolean wished, long interests, long practises, @Nullable Integer restedDays, int free, int distancePoints, int timesPoints, int interestsPoints, int languagePoints, int practicePoints,
        int loadPoints, int recencyPoints, int earlierPoints, int waitingPoints, int competition, @Nullable Integer rivalDays, int score) {

    /** @return what the person brings, without waiting and competition: what a rival search compares with */
    int own() {
        return distancePoints + timesPoints + interestsPoints + languagePoints + practicePoints + loadPoints + recencyPoints + earlierPoints;
    }
}
