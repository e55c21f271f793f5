package org.apusilta.matching.solver;

import java.util.Arrays;

/** Numbers in the order of their distance, equal ones in their own order; a distance may be lowered while its number waits. */
final class Queue {

    static final long FAR = Long.MAX_VALUE;
    private static final int SONS = 4;
    private static final int OUT = -1;

    private final long[] distance;
    private final int[] place;
    private int[] heap = new int[64];
    private int size;
    private int[] seen = new int[64];
    private int known;

    Queue(int numbers) {
        distance = new long[numbers];
        Arrays.fill(distance, FAR);
        place = new int[numbers];
        Arrays.fill(place, OUT);
    }

    /** Forgets all, in time for what was seen only. */
    void clear() {
        for (int i = 0; i < known; i++) {
            distance[seen[i]] = FAR;
            place[seen[i]] = OUT;
        }
        known = 0;
        size = 0;
    }

    long distance(int number) {
        return distance[number];
    }

    /** @return whether this is nearer than was known */
    boolean reach(int number, long at) {
        if (at >= distance[number]) {
            return false;
        }
        if (distance[number] == FAR) {
            seen = room(seen, known);
            seen[known++] = number;
        }
        distance[number] = at;
        if (place[number] == OUT) {
            heap = room(heap, size);
            place[number] = size++;
        }
        rise(number, place[number]);
        return true;
    }

    /** @return the distance of the next one, {@link #FAR} when there is none */
    long nearest() {
        return size == 0 ? FAR : distance[heap[0]];
    }

    int take() {
        int first = heap[0];
        place[first] = OUT;
        int last = heap[--size];
        if (size > 0) {
            sink(last);
        }
        return first;
    }

    private void rise(int number, int from) {
        int at = from;
        while (at > 0) {
            int father = heap[(at - 1) / SONS];
            if (!before(number, father)) {
                break;
            }
            heap[at] = father;
            place[father] = at;
            at = (at - 1) / SONS;
        }
        heap[at] = number;
        place[number] = at;
    }

    private void sink(int number) {
        int at = 0;
        for (int son = 1; son < size; son = at * SONS + 1) {
            int best = son;
            for (int other = son + 1; other < Math.min(son + SONS, size); other++) {
                best = before(heap[other], heap[best]) ? other : best;
            }
            if (!before(heap[best], number)) {
                break;
            }
            heap[at] = heap[best];
            place[heap[at]] = at;
            at = best;
        }
        heap[at] = number;
        place[number] = at;
    }

    private boolean before(int one, int other) {
        return distance[one] < distance[other] || distance[one] == distance[other] && one < other;
    }

    private static int[] room(int[] array, int used) {
        return used == array.length ? Arrays.copyOf(array, used * 2) : array;
    }
}
