package org.apusilta.benchmark;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The rows a piece of work has left in all tables, ours and the engine's, found by the number of the transaction that wrote them; to be
 * written again with other ids. Tables come in the order their foreign keys want.
 */
final class Rows {

    /** @param values as text, by column */
    record Row(String table, Map<String, String> values) {}

    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private static final Set<String> KEYS = Set.of("id", "id_", "request_id", "case_id");

    private final JdbcTemplate jdbc;

    Rows(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @return to be given to {@link #since} after the work */
    long now() {
        return jdbc.queryForObject("SELECT (pg_current_xact_id()::text::bigint)", Long.class);
    }

    /** @param only tables whose names match */
    List<Row> since(long then, Pattern only) {
        var rows = new ArrayList<Row>();
        for (var table : inOrder()) {
            if (!only.matcher(table).find()) {
                continue;
            }
            var columns = jdbc.queryForList("""
                    SELECT attname FROM pg_attribute WHERE attrelid = ?::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = '' AND attgenerated = '' ORDER BY attnum""", String.class, table);
            var list = String.join(", ", columns.stream().map(one -> "\"" + one + "\"::text").toList());
            jdbc.query("SELECT " + list + " FROM " + table + " WHERE xmin::text::bigint > " + then + " ORDER BY ctid", row -> {
                var values = new LinkedHashMap<String, String>();
                for (int c = 0; c < columns.size(); c++) {
                    if (row.getString(c + 1) != null) {
                        values.put(columns.get(c), row.getString(c + 1));
                    }
                }
                rows.add(new Row(table, values));
            });
        }
        return rows;
    }

    /** @return ids that these rows brought into the world: what is in their own key, also behind a step's name, or in a case's */
    Set<String> ids(List<Row> rows) {
        var ids = new LinkedHashSet<String>();
        rows.forEach(row -> row.values().forEach((column, value) -> {
            if (KEYS.contains(column)) {
                ID.matcher(value).results().forEach(found -> ids.add(found.group()));
            }
        }));
        return ids;
    }

    private List<String> inOrder() {
        var left = new LinkedHashSet<>(jdbc.queryForList("SELECT c.oid::regclass::text FROM pg_class c WHERE relkind = 'r' AND relnamespace IN ('apusilta'::regnamespace, 'public'::regnamespace) ORDER BY 1", String.class));
        var needs = jdbc.queryForList("SELECT conrelid::regclass::text AS who, confrelid::regclass::text AS whom FROM pg_constraint WHERE contype = 'f' AND conrelid <> confrelid");
        var order = new ArrayList<String>();
        while (!left.isEmpty()) {
            var next = left.stream().filter(table -> needs.stream().noneMatch(one -> one.get("who").equals(table) && left.contains(one.get("whom")))).toList();
            if (next.isEmpty()) {
                next = List.copyOf(left);
            }
            order.addAll(next);
            left.removeAll(next);
        }
        return order;
    }
}
