package org.apusilta.matching.solver;

import static org.apusilta.matching.solver.Solution.NOBODY;

/**
 * Gives a request the place that costs least, or leaves the one without to whom it matters least. Dijkstra over volunteers: the way
 * goes from a request to a volunteer, and from a full one on to those whom they have. Distances are reduced costs, never below zero.
 */
final class SearchForPlace {

    private final State state;
    private final Queue near;
    private final int[] cameFrom;
    private final int[] done;

    SearchForPlace(State state) {
        this.state = state;
        this.near = new Queue(state.price.length);
        this.cameFrom = new int[state.price.length];
        this.done = new int[state.price.length];
    }

    /** @param request one that has nobody */
    void of(int request) {
        state.worth[request] = mostLeft(request);
        near.clear();
        int full = 0;
        int free = NOBODY;
        int without = request;
        long end = state.worth[request];
        reach(request, 0, end);
        while (near.nearest() < end) {
            int volunteer = near.take();
            long here = near.distance(volunteer);
            if (state.hasPlace(volunteer)) {
                end = here;
                free = volunteer;
                break;
            }
            done[full++] = volunteer;
            for (int other = state.firstOf[volunteer]; other != NOBODY; other = state.next[other]) {
                if (here + state.worth[other] < end) {
                    end = here + state.worth[other];
                    without = other;
                }
                reach(other, here, end);
            }
        }
        reprice(request, full, end);
        if (free != NOBODY) {
            shift(free);
        } else if (without != request) {
            int place = state.chosen[without];
            state.leave(without);
            shift(place);
        }
    }

    /** The smallest worth that no known pair exceeds. */
    private long mostLeft(int request) {
        long most = 0;
        for (int e = 0; e < state.graph.degree[request]; e++) {
            most = Math.max(most, state.graph.profits[request][e] - state.price[state.graph.volunteers[request][e]]);
        }
        return most;
    }

    private void reach(int request, long from, long end) {
        int[] volunteers = state.graph.volunteers[request];
        long[] profits = state.graph.profits[request];
        for (int e = 0; e < state.graph.degree[request]; e++) {
            int volunteer = volunteers[e];
            long there = from + state.worth[request] + state.price[volunteer] - profits[e];
            if (there < end && near.reach(volunteer, there)) {
                cameFrom[volunteer] = request;
            }
        }
    }

    /** Whoever was nearer than the end becomes dearer by the difference: the way found costs nothing then, and no pair exceeds. */
    private void reprice(int request, int full, long end) {
        state.worth[request] -= end;
        for (int i = 0; i < full; i++) {
            long nearer = end - near.distance(done[i]);
            state.price[done[i]] += nearer;
            for (int other = state.firstOf[done[i]]; other != NOBODY; other = state.next[other]) {
                state.worth[other] -= nearer;
            }
        }
    }

    private void shift(int free) {
        for (int place = free; place != NOBODY;) {
            int mover = cameFrom[place];
            int left = state.chosen[mover];
            state.move(mover, place);
            place = left;
        }
    }
}
