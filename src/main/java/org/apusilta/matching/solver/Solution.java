package org.apusilta.matching.solver;

import java.util.Arrays;

/**
 * An assignment nobody can better, and why.
 *
 * @param chosen volunteer by request, {@link #NOBODY} for those that stay without
 * @param total profit of all chosen pairs
 * @param rounds how often all pairs were priced; the last time none was left
 * @param looked how many pairs the search itself needed
 */
public record Solution(int[] chosen, long total, Certificate certificate, int rounds, int looked) {

    public static final int NOBODY = -1;

    /** @return how many requests have a volunteer */
    public int matched() {
        return (int) Arrays.stream(chosen).filter(one -> one != NOBODY).count();
    }
}
