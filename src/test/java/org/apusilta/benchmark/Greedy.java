package org.apusilta.benchmark;

import static org.apusilta.matching.solver.Solution.NOBODY;

import org.apusilta.matching.solver.Problem;

/** First come, first served: each request takes the best of its whole list who still has a place. */
final class Greedy {

    private Greedy() {}

    /** @return volunteer by request */
    static int[] chosen(Problem problem) {
        var free = new int[problem.volunteers()];
        for (int v = 0; v < free.length; v++) {
            free[v] = problem.places(v);
        }
        var chosen = new int[problem.requests()];
        var best = new long[1];
        for (int i = 0; i < chosen.length; i++) {
            int request = i;
            chosen[i] = NOBODY;
            best[0] = 0;
            problem.pairs(i, (volunteer, profit) -> {
                if (free[volunteer] > 0 && profit > best[0]) {
                    best[0] = profit;
                    chosen[request] = volunteer;
                }
            });
            if (chosen[i] != NOBODY) {
                free[chosen[i]]--;
            }
        }
        return chosen;
    }
}
