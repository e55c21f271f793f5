package org.apusilta.matching.solver;

import static org.apusilta.matching.solver.Solution.NOBODY;

/** Solves one problem; the method and its sources are described at the package. */
public final class Assignment {

    /** So many of a request's best pairs are looked at first, and at most so many are added when pricing finds better ones. */
    private static final int START_WITH = 20;

    private final Problem problem;
    private final State state;
    private final SearchForPlace place;
    private final SearchForTaker taker;
    private final Best best;

    private Assignment(Problem problem, int startWith) {
        this.problem = problem;
        this.state = new State(problem);
        this.place = new SearchForPlace(state);
        this.taker = new SearchForTaker(state);
        this.best = new Best(startWith);
    }

    /** @return the best assignment with its certificate; the same for the same problem, always */
    public static Solution solve(Problem problem) {
        return solve(problem, START_WITH);
    }

    static Solution solve(Problem problem, int startWith) {
        return new Assignment(problem, startWith).solve();
    }

    private Solution solve() {
        for (int i = 0; i < problem.requests(); i++) {
            int request = i;
            best.clear();
            problem.pairs(request, (volunteer, profit) -> best.offer(volunteer, profit, profit - state.price[volunteer]));
            keepBest(request);
            place.of(request);
        }
        int rounds = 1;
        while (improved()) {
            rounds++;
        }
        return new Solution(state.chosen, total(), new Certificate(state.worth, state.price), rounds, state.graph.size());
    }

    /** Holds every allowed pair against worth and price. @return whether some exceeded them, so that their requests were placed anew */
    private boolean improved() {
        boolean found = false;
        for (int i = 0; i < problem.requests(); i++) {
            int request = i;
            best.clear();
            problem.pairs(request, (volunteer, profit) -> best.offer(volunteer, profit, profit - state.worth[request] - state.price[volunteer]));
            if (best.size() > 0) {
                found = true;
                keepBest(request);
                placeAnew(request);
            }
        }
        return found;
    }

    private void placeAnew(int request) {
        int had = state.chosen[request];
        if (had != NOBODY) {
            state.leave(request);
        }
        place.of(request);
        while (had != NOBODY && state.hasPlace(had) && state.price[had] > 0) {
            taker.of(had);
        }
    }

    private void keepBest(int request) {
        for (int i = 0; i < best.size(); i++) {
            state.graph.add(request, best.volunteers[i], best.profits[i]);
        }
    }

    private long total() {
        long total = 0;
        for (int request = 0; request < state.chosen.length; request++) {
            for (int e = 0; e < state.graph.degree[request]; e++) {
                if (state.graph.volunteers[request][e] == state.chosen[request]) {
                    total = Math.addExact(total, state.graph.profits[request][e]);
                }
            }
        }
        return total;
    }
}
