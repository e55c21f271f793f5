package org.apusilta.matching.internal;

/**
 * What a wish is worth, in thousandths of a point. Managers keep them as versions with a day from which they count; every list of
 * candidates and every choice names the version it was made with.
 *
 * @param practice for a language one of the two would like to practise with the other
 * @param recency for a long time without a task
 * @param earlier for an earlier match of the two that ended well
 * @param far metres from which nearness gives nothing
 * @param interestsEnough so many shared interests give all the points
 * @param rested days of rest after a task that give all the points
 * @param waitingDay for each day a request has waited. Measured with 5 points: cuts the longest waits to a third for 0.5 % of mean score
 * @param competition at most so much is taken off when another request has the stronger claim: the person stays in sight
 */
public record Weights(int version, int distance, int times, int interests, int language, int practice, int load, int recency, int earlier,
        int far, int interestsEnough, int rested, int waitingDay, int competition) {}
