package org.apusilta.matching.solver;

import static org.apusilta.matching.solver.Solution.NOBODY;

import java.util.Arrays;

/** Who has whom, and the duals: what a request is worth and what a volunteer's place costs now. */
final class State {

    final Problem problem;
    final Graph graph;
    final long[] worth;
    final long[] price;
    final int[] chosen;
    /** The first request a volunteer has; the others follow by {@link #next}. */
    final int[] firstOf;
    final int[] next;
    private final int[] before;
    private final int[] load;

    State(Problem problem) {
        this.problem = problem;
        this.graph = new Graph(problem.requests(), problem.volunteers());
        this.worth = new long[problem.requests()];
        this.price = new long[problem.volunteers()];
        this.chosen = nobody(problem.requests());
        this.next = nobody(problem.requests());
        this.before = nobody(problem.requests());
        this.firstOf = nobody(problem.volunteers());
        this.load = new int[problem.volunteers()];
    }

    boolean hasPlace(int volunteer) {
        return load[volunteer] < problem.places(volunteer);
    }

    void move(int request, int volunteer) {
        if (chosen[request] != NOBODY) {
            leave(request);
        }
        chosen[request] = volunteer;
        load[volunteer]++;
        next[request] = firstOf[volunteer];
        if (firstOf[volunteer] != NOBODY) {
            before[firstOf[volunteer]] = request;
        }
        firstOf[volunteer] = request;
    }

    void leave(int request) {
        int volunteer = chosen[request];
        if (before[request] == NOBODY) {
            firstOf[volunteer] = next[request];
        } else {
            next[before[request]] = next[request];
        }
        if (next[request] != NOBODY) {
            before[next[request]] = before[request];
        }
        before[request] = NOBODY;
        next[request] = NOBODY;
        chosen[request] = NOBODY;
        load[volunteer]--;
    }

    static int[] nobody(int length) {
        var array = new int[length];
        Arrays.fill(array, NOBODY);
        return array;
    }
}
