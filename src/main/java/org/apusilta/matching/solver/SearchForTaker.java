package org.apusilta.matching.solver;

import static org.apusilta.matching.solver.Solution.NOBODY;

import java.util.Arrays;

/**
 * A free place that still has a price goes to whom it brings most, or the price falls to nothing. Dijkstra over requests, the other
 * way round: from a volunteer with a place to a request, and on to the volunteer whom that request would leave.
 */
final class SearchForTaker {

    private final State state;
    private final Queue near;
    private final int[] cameFrom;
    private final int[] done;
    private final long[] distance;
    private final int[] leftBy;
    private final int[] left;
    private int volunteers;

    SearchForTaker(State state) {
        this.state = state;
        this.near = new Queue(state.worth.length);
        this.cameFrom = new int[state.worth.length];
        this.done = new int[state.worth.length];
        this.distance = new long[state.price.length];
        Arrays.fill(distance, Queue.FAR);
        this.leftBy = new int[state.price.length];
        this.left = new int[state.price.length];
    }

    /** @param start a volunteer with a free place and a price */
    void of(int start) {
        near.clear();
        volunteers = 0;
        int requests = 0;
        int taker = NOBODY;
        int stays = start;
        long end = state.price[start];
        reach(start, 0, end);
        while (near.nearest() < end) {
            int request = near.take();
            long here = near.distance(request);
            int leaves = state.chosen[request];
            if (leaves == NOBODY) {
                end = here;
                taker = request;
                break;
            }
            done[requests++] = request;
            if (distance[leaves] == Queue.FAR) {
                leftBy[leaves] = request;
                if (here + state.price[leaves] < end) {
                    end = here + state.price[leaves];
                    stays = leaves;
                }
                reach(leaves, here, end);
            }
        }
        reprice(requests, end);
        if (taker != NOBODY) {
            shift(taker, start);
        } else if (stays != start) {
            shift(leftBy[stays], start);
        }
    }

    private void reach(int volunteer, long from, long end) {
        distance[volunteer] = from;
        left[volunteers++] = volunteer;
        int[] requests = state.graph.requests[volunteer];
        long[] profits = state.graph.profitsBack[volunteer];
        for (int e = 0; e < state.graph.degreeBack[volunteer]; e++) {
            int request = requests[e];
            long there = from + state.worth[request] + state.price[volunteer] - profits[e];
            if (there < end && near.reach(request, there)) {
                cameFrom[request] = volunteer;
            }
        }
    }

    private void reprice(int requests, long end) {
        for (int i = 0; i < requests; i++) {
            state.worth[done[i]] += end - near.distance(done[i]);
        }
        for (int i = 0; i < volunteers; i++) {
            state.price[left[i]] -= end - distance[left[i]];
            distance[left[i]] = Queue.FAR;
        }
    }

    private void shift(int first, int start) {
        for (int request = first;;) {
            int place = cameFrom[request];
            state.move(request, place);
            if (place == start) {
                return;
            }
            request = leftBy[place];
        }
    }
}
