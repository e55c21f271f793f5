package org.apusilta.casefile.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.apusilta.casefile.CaseQuery;
import org.apusilta.request.RequestStatus;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link CaseQuery} asks of a case, as conditions in SQL with their values named.
 *
 * @param onCases conditions on the request's own row
 * @param onRows conditions on what the list has worked out
 */
record CaseConditions(String onCases, String onRows, Map<String, Object> values) {

    /** @param owner username behind the query's code, null when nobody has it */
    static CaseConditions of(CaseQuery query, @Nullable String owner, Instant now) {
        var cases = new StringBuilder();
        var rows = new StringBuilder();
        var values = new HashMap<String, Object>();
        switch (query.stage()) {
            case "OPEN" -> cases.append(" AND r.outcome IS NULL");
            case "CLOSED" -> cases.append(" AND r.outcome IS NOT NULL");
            case "ALL" -> { }
            default -> {
                rows.append(" AND stage = :stage");
                values.put("stage", RequestStatus.valueOf(query.stage()).ordinal());
            }
        }
        add(cases, values, " AND r.major = :major", "major", query.major());
        add(cases, values, " AND EXISTS (SELECT 1 FROM apusilta.request_kind k WHERE k.request_id = r.id AND k.kind = :kind)", "kind", query.kind());
        add(cases, values, " AND EXISTS (SELECT 1 FROM apusilta.open_task u WHERE u.case_id = r.id AND u.urgency = :urgency)", "urgency", query.urgency());
        if (query.owner().equals("none")) {
            cases.append(" AND o.account IS NULL");
        } else if (!query.owner().isEmpty()) {
            cases.append(" AND o.account = :owner");
            values.put("owner", owner == null ? "" : owner);
        }
        if (query.overdue()) {
            rows.append(" AND late");
        }
        age(query.age(), cases, values, now);
        return new CaseConditions(cases.toString(), rows.toString(), values);
    }

    private static void age(String age, StringBuilder cases, Map<String, Object> values, Instant now) {
        var days = switch (age) {
            case "WEEK" -> new int[] {0, 7};
            case "MONTH" -> new int[] {7, 30};
            case "QUARTER" -> new int[] {30, 91};
            case "OLDER" -> new int[] {91, 36_500};
            default -> null;
        };
        if (days != null) {
            cases.append(" AND r.received_at > :after AND r.received_at <= :before");
            values.put("after", now.minus(Duration.ofDays(days[1])).atOffset(ZoneOffset.UTC));
            values.put("before", now.minus(Duration.ofDays(days[0])).atOffset(ZoneOffset.UTC));
        }
    }

    private static void add(StringBuilder sql, Map<String, Object> values, String condition, String name, String value) {
        if (!value.isEmpty()) {
            sql.append(condition);
            values.put(name, value);
        }
    }
}
