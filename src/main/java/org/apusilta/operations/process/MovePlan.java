package org.apusilta.operations.process;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How cases move from one version of a process to the newest: a file {@code releases/<release>/migration/<process>.yaml}.
 *
 * @param same elements that are the same in both
 * @param moved old element → new element
 * @param stay old element → why a case that stands there finishes on its own version
 */
public record MovePlan(List<String> same, Map<String, String> moved, Map<String, String> stay) {

    @SuppressWarnings("unchecked")
    static MovePlan of(Map<String, Object> yaml) {
        return new MovePlan((List<String>) yaml.getOrDefault("same", List.of()), (Map<String, String>) yaml.getOrDefault("moved", Map.of()),
                (Map<String, String>) yaml.getOrDefault("stay", Map.of()));
    }

    /** @return old element → new element, of all that are mapped */
    Map<String, String> pairs() {
        var pairs = new LinkedHashMap<String, String>();
        same.forEach(element -> pairs.put(element, element));
        pairs.putAll(moved);
        return pairs;
    }
}
