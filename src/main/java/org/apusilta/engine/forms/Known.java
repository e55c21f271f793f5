package org.apusilta.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.AbstractMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a form sends and, behind it, what is in the case. The case is read when somebody asks for what the form has not: most forms ask
 * about themselves only, and all variables of a case take as long as everything else that is held against a form.
 */
final class Known extends AbstractMap<String, Object> {

    private final Map<String, Object> sent = new LinkedHashMap<>();
    private final Supplier<Map<String, Object>> inCase;
    private @Nullable Map<String, Object> all;

    Known(Map<String, JsonNode> sent, Supplier<Map<String, Object>> inCase) {
        sent.forEach((key, value) -> this.sent.put(key, Conditions.plain(value)));
        this.inCase = inCase;
    }

    @Override
    public @Nullable Object get(Object name) {
        return sent.containsKey(name) ? sent.get(name) : all().get(name);
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return all().entrySet();
    }

    private Map<String, Object> all() {
        if (all == null) {
            all = new LinkedHashMap<>(inCase.get());
            all.putAll(sent);
        }
        return all;
    }
}
