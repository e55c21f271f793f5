package org.apusilta.matching.solver;

import java.util.Arrays;

/** The pairs known so far, seen from both sides. Grows, never shrinks. */
final class Graph {

    private static final int ROOM = 4;

    final int[][] volunteers;
    final long[][] profits;
    final int[] degree;
    final int[][] requests;
    final long[][] profitsBack;
    final int[] degreeBack;
    private int size;

    Graph(int requestCount, int volunteerCount) {
        volunteers = new int[requestCount][];
        profits = new long[requestCount][];
        degree = new int[requestCount];
        requests = new int[volunteerCount][];
        profitsBack = new long[volunteerCount][];
        degreeBack = new int[volunteerCount];
    }

    void add(int request, int volunteer, long profit) {
        degree[request] = append(volunteers, profits, request, degree[request], volunteer, profit);
        degreeBack[volunteer] = append(requests, profitsBack, volunteer, degreeBack[volunteer], request, profit);
        size++;
    }

    int size() {
        return size;
    }

    private static int append(int[][] ends, long[][] profits, int from, int used, int to, long profit) {
        if (ends[from] == null) {
            ends[from] = new int[ROOM];
            profits[from] = new long[ROOM];
        } else if (used == ends[from].length) {
            ends[from] = Arrays.copyOf(ends[from], used * 2);
            profits[from] = Arrays.copyOf(profits[from], used * 2);
        }
        ends[from][used] = to;
        profits[from][used] = profit;
        return used + 1;
    }
}
