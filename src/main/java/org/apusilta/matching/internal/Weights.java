package org.apusilta.matching.internal;

/**
 * What a wish is worth, in thousandths of a point. The version is kept with every choice, so that it can be said later by which
 * weights a list was sorted: raise it with any change here.
 */
final class Weights {

    static final int VERSION = 1;
    static final int DISTANCE = 30_000;
    static final int TIMES = 25_000;
    static final int INTERESTS = 15_000;
    static final int LANGUAGE = 10_000;
    static final int LOAD = 10_000;
    static final int RECENCY = 10_000;

    /** Metres from which nearness gives nothing. */
    static final int FAR = 10_000;
    /** So many shared interests give all the points. */
    static final int INTERESTS_ENOUGH = 3;
    /** Days of rest after a task that give all the points. */
    static final int RESTED = 180;
    /** For each day a request has waited. Measured: cuts the longest waits to a third for 0.5 % of mean score. */
    static final int WAITING_DAY = 5_000;
    /** At most so much is taken off when another request has the stronger claim: the person stays in sight. */
    static final int COMPETITION = 30_000;

    private Weights() {}
}
