package org.apusilta.engine.guard;

import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one variable of one process may hold, read from a line such as {@code string NORMAL|SOON|URGENT},
 * {@code string date}, {@code string uuid|NOBODY}, {@code string /[A-Z]{2}/}, {@code integer}, {@code boolean} or {@code double}.
 *
 * @param types the engine's names of the types that may be stored
 * @param values for strings, what the whole value must match; a string without a pattern is not possible
 */
record AllowedVariable(Set<String> types, @Nullable Pattern values) {

    private static final Map<String, String> NAMED = Map.of(
            "uuid", "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}",
            // a day there is: 30 February would stop a job where nobody sees it
            "date", "[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)|02-(?:0[1-9]|1[0-9]|2[0-8]))"
                    + "|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|[02468][048]00|[13579][26]00)-02-29");

    /** @throws IllegalArgumentException when the line is not understood: better no start than an open door */
    static AllowedVariable parse(String line) {
        var parts = line.strip().split("\\s+", 2);
        var rest = parts.length > 1 ? parts[1].strip() : "";
        return switch (parts[0]) {
            case "string" -> new AllowedVariable(Set.of("string"), pattern(rest, line));
            case "integer" -> plain(Set.of("integer", "long", "short"), rest, line);
            case "boolean", "double", "date" -> plain(Set.of(parts[0]), rest, line);
            default -> throw new IllegalArgumentException("no type for a variable: " + line);
        };
    }

    /** @param type the engine's name of the type @param text the value, when it is a string */
    boolean accepts(String type, @Nullable String text) {
        return type.equals("null")
                || types.contains(type) && (values == null || text == null || values.matcher(text).matches());
    }

    private static AllowedVariable plain(Set<String> types, String rest, String line) {
        if (!rest.isEmpty()) {
            throw new IllegalArgumentException("only strings take a pattern: " + line);
        }
        return new AllowedVariable(types, null);
    }

    private static Pattern pattern(String rest, String line) {
        if (rest.isEmpty()) {
            // any string would be free text, and free text is people
            throw new IllegalArgumentException("a string needs its values or a pattern: " + line);
        }
        if (rest.length() > 2 && rest.startsWith("/") && rest.endsWith("/")) {
            return Pattern.compile(rest.substring(1, rest.length() - 1));
        }
        return Pattern.compile(Arrays.stream(rest.split("\\|"))
                .map(value -> NAMED.getOrDefault(value, Pattern.quote(value))).collect(Collectors.joining("|")));
    }
}
