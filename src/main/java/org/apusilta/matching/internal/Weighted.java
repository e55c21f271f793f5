package org.apusilta.matching.internal;

import java.util.LinkedHashMap;
import java.util.Map;

/** The weights by name, in the order people read them. */
final class Weighted {

    private Weighted() {}

    static Map<String, Integer> parameters(Weights weights) {
        var values = new LinkedHashMap<String, Integer>();
        values.put("distance", weights.distance());
        values.put("times", weights.times());
        values.put("interests", weights.interests());
        values.put("language", weights.language());
        values.put("practice", weights.practice());
        values.put("load", weights.load());
        values.put("recency", weights.recency());
        values.put("earlier", weights.earlier());
        values.put("far", weights.far());
        values.put("interestsEnough", weights.interestsEnough());
        values.put("rested", weights.rested());
        values.put("waitingDay", weights.waitingDay());
        values.put("competition", weights.competition());
        return values;
    }
}
