package org.apusilta.request.web;

import java.util.List;
import java.util.Map;
import org.apusilta.engine.Typed;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed into the form, untouched, so that a failed sending shows it again. */
record Fields(Map<String, List<String>> values) {

    /** The one field with more than one line. */
    private static final String WITH_LINES = "description";

    static Fields of(MultiValueMap<String, String> sent) {
        return new Fields(Map.copyOf(sent));
    }

    /** @return what was typed, as it was; empty when nothing */
    String one(String name) {
        var typed = values.get(name);
        return typed == null || typed.isEmpty() || typed.get(0) == null ? "" : typed.get(0);
    }

    /** @return what was typed, made fit to be kept; null when nobody could see it */
    @Nullable String text(String name) {
        var typed = Typed.clean(one(name), name.equals(WITH_LINES));
        return typed.isEmpty() ? null : typed;
    }

    List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    boolean yes(String name) {
        return "true".equals(one(name));
    }
}
