package org.apusilta.volunteer.internal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Which people somebody looks at, in codes only, so that it can stand in an address and be kept as a segment. A name typed to find
 * somebody does not belong here.
 *
 * @param status ACTIVE, PAUSED (resting now), LEFT, APPLICANT, or ALL @param major code of a major district, empty for all the reader's
 * @param level at least this well, empty for B1 @param organisation a code, {@code OWN} for the city's own, {@code ANY} for all of an organisation
 * @param page from 1
 */
public record RegisterQuery(String status, String major, String kind, String language, String level, String interest, String organisation, Sort sort,
        boolean descending, int page) {

    /** What the list may be ordered by. BEST only while a name is searched for. */
    public enum Sort { NAME, DISTRICT, JOINED, LOAD, BEST }

    public static final List<String> STATUSES = List.of("ACTIVE", "PAUSED", "APPLICANT", "LEFT", "ALL");
    public static final List<String> LEVELS = List.of("A1", "A2", "B1", "B2", "C1", "C2");

    /** Takes what came with an address; whatever is not known is as if it had not been said. */
    public static RegisterQuery of(Map<String, String> said) {
        return new RegisterQuery(known(said.get("status"), STATUSES, "ACTIVE"), matching(said.get("major"), "[1-8]"), matching(said.get("kind"), "[A-Z_]{1,40}"),
                matching(said.get("language"), "[a-z]{2,3}"), known(said.get("level"), LEVELS, ""), matching(said.get("interest"), "[A-Z_]{1,40}"),
                matching(said.get("organisation"), "[A-Z0-9_]{1,40}"), sort(said.get("sort")), "desc".equals(said.get("dir")), page(said.get("page")));
    }

    /** Takes what {@link #address()} wrote; what was made up by others is left out. */
    public static RegisterQuery parse(String address) {
        var said = new HashMap<String, String>();
        for (var pair : address.split("&")) {
            int at = pair.indexOf('=');
            if (at > 0) {
                said.put(pair.substring(0, at), pair.substring(at + 1));
            }
        }
        return of(said);
    }

    /** @return as parameters of an address; what is as always is left out */
    public Map<String, String> said() {
        var said = new LinkedHashMap<String, String>();
        put(said, "status", status.equals("ACTIVE") ? "" : status);
        put(said, "major", major);
        put(said, "kind", kind);
        put(said, "language", language);
        put(said, "level", level);
        put(said, "interest", interest);
        put(said, "organisation", organisation);
        put(said, "sort", sort == Sort.NAME ? "" : sort.name().toLowerCase(Locale.ROOT));
        put(said, "dir", descending ? "desc" : "");
        put(said, "page", page == 1 ? "" : String.valueOf(page));
        return said;
    }

    /** @return the same as the query of an address, without the question mark */
    public String address() {
        return said().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("&"));
    }

    /** @return the same list at another page */
    public RegisterQuery at(int otherPage) {
        return new RegisterQuery(status, major, kind, language, level, interest, organisation, sort, descending, otherPage);
    }

    /** @return the same people ordered by this; the other way round when they are already */
    public RegisterQuery by(Sort other) {
        return new RegisterQuery(status, major, kind, language, level, interest, organisation, other, other == sort && !descending, 1);
    }

    private static void put(Map<String, String> said, String name, String value) {
        if (!value.isEmpty()) {
            said.put(name, value);
        }
    }

    private static String known(@Nullable String value, List<String> values, String otherwise) {
        return value != null && values.contains(value) ? value : otherwise;
    }

    private static String matching(@Nullable String value, String pattern) {
        return value != null && value.matches(pattern) ? value : "";
    }

    private static Sort sort(@Nullable String value) {
        for (var one : Sort.values()) {
            if (one.name().toLowerCase(Locale.ROOT).equals(value)) {
                return one;
            }
        }
        return Sort.NAME;
    }

    private static int page(@Nullable String value) {
        return value != null && value.matches("[1-9]\\d{0,3}") ? Integer.parseInt(value) : 1;
    }
}
