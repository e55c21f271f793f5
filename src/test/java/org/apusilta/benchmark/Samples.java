package org.apusilta.benchmark;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Times of one thing done again and again, in milliseconds. */
final class Samples {

    private static final double MILLION = 1e6;

    private final List<Double> times = new ArrayList<>();

    void add(double value) {
        times.add(value);
    }

    /** Takes the time of one go. */
    <T> T of(Supplier<T> work) {
        long begun = System.nanoTime();
        var result = work.get();
        times.add((System.nanoTime() - begun) / MILLION);
        return result;
    }

    double median() {
        return percentile(50);
    }

    /** @param percent of the samples that are not above the result, by nearest rank; the median of an even number is the mean of two */
    double percentile(int percent) {
        var sorted = times.stream().sorted().toList();
        if (percent == 50 && sorted.size() % 2 == 0) {
            return (sorted.get(sorted.size() / 2 - 1) + sorted.get(sorted.size() / 2)) / 2;
        }
        return sorted.get((int) Math.ceil(percent / 100.0 * sorted.size()) - 1);
    }
}
