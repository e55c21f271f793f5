package org.apusilta.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.request.RequestStatus;
import org.jspecify.annotations.Nullable;

/**
 * Which cases somebody looks at, in codes only, so that it can stand in an address. What somebody typed to find a name does not
 * belong here.
 *
 * @param stage OPEN, CLOSED, ALL or a {@link RequestStatus}
 * @param major code of a major district, empty for all the reader's
 * @param kind catalogue code, empty for all
 * @param owner {@code me}, {@code none}, the code of a colleague, or empty for all
 * @param overdue only cases with a task past its deadline
 * @param urgency NORMAL, SOON, URGENT, or empty for all
 * @param age WEEK, MONTH, QUARTER, OLDER, or empty for all
 * @param page from 1
 */
public record CaseQuery(String stage, String major, String kind, String owner, boolean overdue, String urgency, String age, Sort sort,
        boolean descending, int page) {

    /** What the list may be ordered by. BEST only while a name is searched for. */
    public enum Sort { DUE, RECEIVED, REFERENCE, CLIENT, DISTRICT, STAGE, OWNER, BEST }

    /** How long ago the request came: under a week, under a month, under three months, longer. */
    public static final List<String> AGES = List.of("WEEK", "MONTH", "QUARTER", "OLDER");
    public static final List<String> URGENCIES = List.of("URGENT", "SOON", "NORMAL");
    /** The groups of stages, then each stage. */
    public static final List<String> STAGES = stages();
    private static final int LAST_PAGE = 10_000;

    /** Takes what came with an address; whatever is not known is as if it had not been said. */
    public static CaseQuery of(Map<String, String> said) {
        return new CaseQuery(known(said.get("stage"), STAGES, "OPEN"), matching(said.get("major"), "[1-8]"),
                matching(said.get("kind"), "[A-Z_]{1,40}"), owner(said.get("owner")), "1".equals(said.get("overdue")),
                known(said.get("urgency"), URGENCIES, ""), known(said.get("age"), AGES, ""), sort(said.get("sort")),
                "desc".equals(said.get("dir")), page(said.get("page")));
    }

    /** @return as parameters of an address; what is as always is left out */
    public Map<String, String> said() {
        var said = new java.util.LinkedHashMap<String, String>();
        put(said, "stage", stage.equals("OPEN") ? "" : stage);
        put(said, "major", major);
        put(said, "kind", kind);
        put(said, "owner", owner);
        put(said, "overdue", overdue ? "1" : "");
        put(said, "urgency", urgency);
        put(said, "age", age);
        put(said, "sort", sort == Sort.DUE ? "" : sort.name().toLowerCase());
        put(said, "dir", descending ? "desc" : "");
        put(said, "page", page == 1 ? "" : String.valueOf(page));
        return said;
    }

    /** @return the same as the query of an address, without the question mark */
    public String address() {
        return said().entrySet().stream().map(e -> e.getKey() + "=" + e.getValue()).collect(Collectors.joining("&"));
    }

    /** @return the same list at another page */
    public CaseQuery at(int otherPage) {
        return new CaseQuery(stage, major, kind, owner, overdue, urgency, age, sort, descending, otherPage);
    }

    /** @return the same cases ordered by this; the other way round when they are already */
    public CaseQuery by(Sort other) {
        return new CaseQuery(stage, major, kind, owner, overdue, urgency, age, other, other == sort && !descending, 1);
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

    private static String owner(@Nullable String value) {
        if (value == null || value.equals("me") || value.equals("none")) {
            return value == null ? "" : value;
        }
        try {
            return UUID.fromString(value).toString();
        } catch (IllegalArgumentException unknown) {
            return "";
        }
    }

    private static Sort sort(@Nullable String value) {
        for (var one : Sort.values()) {
            if (one.name().toLowerCase().equals(value)) {
                return one;
            }
        }
        return Sort.DUE;
    }

    private static int page(@Nullable String value) {
        return value != null && value.matches("[1-9]\\d{0,3}") ? Math.min(LAST_PAGE, Integer.parseInt(value)) : 1;
    }

    private static List<String> stages() {
        var all = new ArrayList<>(List.of("OPEN", "CLOSED", "ALL"));
        for (var status : RequestStatus.values()) {
            all.add(status.name());
        }
        return List.copyOf(all);
    }
}
