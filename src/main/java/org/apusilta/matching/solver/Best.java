package org.apusilta.matching.solver;

/** Keeps the few largest of many pairs; of equal ones those that come first. */
final class Best implements Problem.Pairs {

    final int[] volunteers;
    final long[] profits;
    final long[] values;
    private int size;

    Best(int limit) {
        volunteers = new int[limit];
        profits = new long[limit];
        values = new long[limit];
    }

    void clear() {
        size = 0;
    }

    int size() {
        return size;
    }

    @Override
    public void pair(int volunteer, long profit) {
        offer(volunteer, profit, profit);
    }

    /** @param value what is compared; not above zero is not kept */
    void offer(int volunteer, long profit, long value) {
        if (value <= 0 || size == values.length && value <= values[size - 1]) {
            return;
        }
        int at = size == values.length ? size - 1 : size++;
        for (; at > 0 && values[at - 1] < value; at--) {
            values[at] = values[at - 1];
            volunteers[at] = volunteers[at - 1];
            profits[at] = profits[at - 1];
        }
        values[at] = value;
        volunteers[at] = volunteer;
        profits[at] = profit;
    }
}
