package org.apusilta.matching.internal;

/** How many people give a kind of help, as far as it matters for the way in which the best of them are looked for. */
enum Crowd {

    /** Looking at each takes less than finding out whom to leave out. */
    FEW,

    /** Worth leaving out squares. */
    MANY,

    /** So many that a plan made for this one request pays. */
    MASSES;

    /** Measured with {@code match-top10}: where one way becomes faster than the other. */
    private static final int SQUARES_PAY = 3_000;
    /** From here on; nobody beyond has to be counted. */
    static final int PLAN_PAYS = 30_000;

    static Crowd of(int people) {
        return people < SQUARES_PAY ? FEW : people < PLAN_PAYS ? MANY : MASSES;
    }
}
