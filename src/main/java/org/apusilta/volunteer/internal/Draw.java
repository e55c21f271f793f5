package org.apusilta.volunteer.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/** Draws one of some values, each as often as its weight says. */
record Draw<T>(Map<T, Integer> weights) {

    /** @param valuesAndWeights value, weight, value, weight … */
    @SuppressWarnings("unchecked")
    static <T> Draw<T> of(Object... valuesAndWeights) {
        var weights = new LinkedHashMap<T, Integer>();
        for (int i = 0; i < valuesAndWeights.length; i += 2) {
            weights.put((T) valuesAndWeights[i], (Integer) valuesAndWeights[i + 1]);
        }
        return new Draw<>(weights);
    }

    T from(Random random) {
        int left = random.nextInt(weights.values().stream().mapToInt(Integer::intValue).sum());
        for (var one : weights.entrySet()) {
            left -= one.getValue();
            if (left < 0) {
                return one.getKey();
            }
        }
        throw new IllegalStateException("weights add up");
    }
}
