package org.apusilta.benchmark;

/** How large a benchmark is: full, but for somebody who works on the benchmark itself. */
final class Scale {

    private static final double SCALE = Double.parseDouble(System.getProperty("benchmark.scale", "1"));

    private Scale() {}

    static boolean full() {
        return SCALE == 1;
    }

    /** @return this many, or a part of it, two at least */
    static int of(int count) {
        return Math.max(2, (int) (count * SCALE));
    }
}
