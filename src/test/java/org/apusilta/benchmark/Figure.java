package org.apusilta.benchmark;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.jspecify.annotations.Nullable;

/**
 * One line of {@code results.json}.
 *
 * @param name of the benchmark, or {@code benchmark.part} for more than the one figure that stands for all
 * @param baseline in the same unit, null when the bar is about something else than a baseline
 * @param ratio what the bar is about, null when there is none
 */
@JsonPropertyOrder({"name", "value", "unit", "baseline", "ratio"})
record Figure(String name, double value, String unit, @Nullable Double baseline, @Nullable Double ratio) {

    static Figure of(String name, double value, String unit, double baseline) {
        return new Figure(name, rounded(value), unit, rounded(baseline), rounded(value / baseline));
    }

    static Figure alone(String name, double value, String unit) {
        return new Figure(name, rounded(value), unit, null, null);
    }

    /** Four digits that count: no machine measures more. */
    static double rounded(double value) {
        return value == 0 || !Double.isFinite(value) ? value : new java.math.BigDecimal(value).round(new java.math.MathContext(4)).doubleValue();
    }

    /** @return the name of the benchmark it belongs to */
    String benchmark() {
        int dot = name.indexOf('.');
        return dot < 0 ? name : name.substring(0, dot);
    }
}
