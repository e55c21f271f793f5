package org.apusilta.volunteer.internal;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apusilta.volunteer.Changes;
import org.apusilta.volunteer.VolunteerChanged;
import org.apusilta.volunteer.VolunteerTies;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes two entries of one person one, and two again (ADR 17). Whatever points to the entry that goes is found in the database's own
 * catalogue, so that no table of any module is forgotten; each row moved is remembered. The entry that goes stays as a signpost.
 */
@Service
@Transactional
public class Merges {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    /** Filled in the entry that stays, when it says nothing there. */
    private static final List<String> FILLED = List.of("email", "phone", "gender", "organisation", "slots", "agreement_until", "insured_until", "check_until", "last_ended_on");
    /** Insured only while agreed: filled together or not at all. */
    private static final String PAIR = "insured_until";
    /** Their own record of what happened, or derived anew by itself. */
    private static final List<String> LEFT_ALONE = List.of("volunteer", "volunteer_history", "volunteer_look", "volunteer_merge", "bookable");

    private final JdbcClient jdbc;
    private final JdbcTemplate template;
    private final List<VolunteerTies> ties;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Merges(JdbcClient jdbc, JdbcTemplate template, List<VolunteerTies> ties, Changes changes, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.template = template;
        this.ties = ties;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /** Where rows point to a volunteer. @param key the other columns of the primary key; empty when there is none */
    private record Place(String table, String column, List<String> key) {}

    /** @param rows how many rows would move, by table @param filled field, what it would say @param obstacle why not: SAME, MERGED, RUNNING, WAY (the other way round it can), LOAD; null when it can be done */
    public record Preview(Map<String, Integer> rows, Map<String, String> filled, @Nullable String obstacle) {}

    /** One that can be undone. @param name of the entry that went */
    public record Done(UUID id, UUID fromId, String name, String mergedBy, Instant mergedAt) {}

    /** Two that may be one. @param sign what is the same: EMAIL, PHONE or NAME */
    public record Pair(UUID one, String oneName, int oneYear, UUID other, String otherName, int otherYear, String sign) {}

    /** The merge was not done. */
    public static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Refused(String obstacle) {
            super(obstacle);
        }
    }

    /** @return pairs with the same e-mail address or phone number, or nearly the same name and the same year of birth, in these districts */
    @Transactional(readOnly = true)
    public List<Pair> candidates(Set<String> majors, int most) {
        return jdbc.sql("""
                WITH known AS (SELECT v.* FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district WHERE v.merged_into IS NULL AND d.major_code = ANY (:majors)),
                pairs AS (
                    SELECT a.id AS one, b.id AS other, 'EMAIL' AS sign, 1 AS rank FROM known a JOIN known b ON lower(a.email) = lower(b.email) AND a.id < b.id
                    UNION ALL
                    SELECT a.id, b.id, 'PHONE', 2 FROM known a JOIN known b ON right(regexp_replace(a.phone, '\\D', '', 'g'), 9) = right(regexp_replace(b.phone, '\\D', '', 'g'), 9)
                        AND length(regexp_replace(a.phone, '\\D', '', 'g')) >= 9 AND a.id < b.id
                    UNION ALL
                    SELECT a.id, b.id, 'NAME', 3 FROM known a JOIN known b ON a.birth_year = b.birth_year AND left(apusilta.plain(a.family_name), 4) = left(apusilta.plain(b.family_name), 4) AND a.id < b.id
                        AND apusilta.similarity(apusilta.plain(a.given_name || ' ' || a.family_name), apusilta.plain(b.given_name || ' ' || b.family_name)) >= 0.75),
                best AS (SELECT DISTINCT ON (one, other) * FROM pairs ORDER BY one, other, rank)
                SELECT p.one, a.given_name || ' ' || a.family_name AS one_name, a.birth_year AS one_year, p.other, b.given_name || ' ' || b.family_name AS other_name, b.birth_year AS other_year, p.sign
                FROM best p JOIN known a ON a.id = p.one JOIN known b ON b.id = p.other ORDER BY p.rank, one_name, p.one, p.other LIMIT :most""")
                .param("majors", majors.toArray(String[]::new)).param("most", most).query(Pair.class).list();
    }

    /** @param from the entry that would go @param into the one that stays */
    @Transactional(readOnly = true)
    public Preview preview(UUID from, UUID into) {
        var rows = new LinkedHashMap<String, Integer>();
        places().forEach(place -> {
            int many = jdbc.sql("SELECT count(*) FROM apusilta." + place.table() + " WHERE " + place.column() + " = ?").param(from).query(Integer.class).single();
            if (many > 0) {
                rows.merge(place.table(), many, Integer::sum);
            }
        });
        var filled = new LinkedHashMap<String, String>();
        fills(from, into).forEach((field, values) -> filled.put(field, values.get(1)));
        return new Preview(rows, filled, obstacle(from, into));
    }

    private @Nullable String obstacle(UUID from, UUID into) {
        if (from.equals(into)) {
            return "SAME";
        }
        if (jdbc.sql("SELECT count(*) FROM apusilta.volunteer WHERE id IN (:both) AND merged_into IS NULL").param("both", List.of(from, into)).query(Integer.class).single() != 2) {
            return "MERGED";
        }
        if (ties.stream().anyMatch(tie -> tie.running(from))) {
            return "RUNNING";
        }
        // who helps would vanish behind the entry of somebody who has left or has not begun
        if (!status(from).equals(status(into)) && Set.of("LEFT", "APPLICANT").contains(status(into))) {
            return "WAY";
        }
        boolean fits = jdbc.sql("SELECT sum(load) <= 20 FROM apusilta.volunteer WHERE id IN (:both)").param("both", List.of(from, into)).query(Boolean.class).single();
        return fits ? null : "LOAD";
    }

    private String status(UUID id) {
        return jdbc.sql("SELECT status FROM apusilta.volunteer WHERE id = ?").param(id).query(String.class).single();
    }

    /** @return field to what it was and what it becomes, as texts */
    private Map<String, List<String>> fills(UUID from, UUID into) {
        var fills = new LinkedHashMap<String, List<String>>();
        for (var field : FILLED) {
            jdbc.sql("SELECT f." + field + "::text FROM apusilta.volunteer f, apusilta.volunteer i WHERE f.id = :from AND i.id = :into AND f." + field + " IS NOT NULL AND i." + field + " IS NULL" + (field.equals(PAIR) ? " AND i.agreement_until IS NULL" : ""))
                    .param("from", from).param("into", into).query(String.class).optional().ifPresent(value -> fills.put(field, List.of("", value)));
        }
        return fills;
    }

    /** @param by account @throws Refused with the obstacle */
    public UUID merge(UUID from, UUID into, String by) {
        // both locked in one order, so that two merges of the same pair cannot wait for each other
        jdbc.sql("SELECT id FROM apusilta.volunteer WHERE id IN (:both) ORDER BY id FOR UPDATE").param("both", List.of(from, into)).query(UUID.class).list();
        var obstacle = obstacle(from, into);
        if (obstacle != null) {
            throw new Refused(obstacle);
        }
        changes.by(by);
        jdbc.sql("SELECT set_config('apusilta.merging', 'on', true)").query(String.class).single();
        var merge = UUID.randomUUID();
        var filled = String.join(",", fills(from, into).keySet());
        if (!filled.isEmpty()) {
            jdbc.sql("UPDATE apusilta.volunteer i SET " + set(filled, "f.%1$s") + " FROM apusilta.volunteer f WHERE i.id = ? AND f.id = ?").params(into, from).update();
        }
        var capacity = jdbc.sql("SELECT capacity FROM apusilta.volunteer WHERE id = ?").param(into).query(Integer.class).single();
        jdbc.sql("""
                INSERT INTO apusilta.volunteer_merge (id, from_id, into_id, from_status, from_left_on, load_moved, filled, merged_by, merged_at)
                SELECT :merge, f.id, :into, f.status, f.left_on, f.load, jsonb_build_object('fields', :fields::text, 'capacity', :capacity::int,
                  'became', (SELECT to_jsonb(i) FROM apusilta.volunteer i WHERE i.id = :into)), :by, :now
                FROM apusilta.volunteer f WHERE f.id = :from""")
                .param("merge", merge).param("into", into).param("from", from).param("fields", filled).param("capacity", capacity).param("by", by)
                .param("now", Timestamp.from(clock.instant())).update();
        jdbc.sql("UPDATE apusilta.volunteer i SET load = i.load + f.load, capacity = greatest(i.capacity, i.load + f.load) FROM apusilta.volunteer f WHERE i.id = ? AND f.id = ?").params(into, from).update();
        places().forEach(place -> move(merge, place, from, into));
        jdbc.sql("UPDATE apusilta.volunteer SET status = 'LEFT', left_on = :today, merged_into = :into WHERE id = :from").param("today", today()).param("into", into).param("from", from).update();
        changed(from, into);
        return merge;
    }

    /** Moves what can be moved: a row the other entry has already (the same kind, the same language) stays with the signpost. */
    private void move(UUID merge, Place place, UUID from, UUID into) {
        var key = place.key().isEmpty() ? "to_jsonb(t) - '" + place.column() + "'"
                : "jsonb_build_object(" + String.join(", ", place.key().stream().map(column -> "'" + column + "', t." + column).toList()) + ")";
        var keys = jdbc.sql("SELECT " + key + "::text FROM apusilta." + place.table() + " t WHERE t." + place.column() + " = ?").param(from).query(String.class).list();
        for (var row : keys) {
            boolean moved = Boolean.TRUE.equals(template.execute((Connection connection) -> moved(connection, place, row, from, into)));
            if (moved) {
                jdbc.sql("INSERT INTO apusilta.volunteer_merge_moved (merge_id, table_name, column_name, row_key) VALUES (?, ?, ?, ?::jsonb)")
                        .params(merge, place.table(), place.column(), row).update();
            }
        }
    }

    private static boolean moved(Connection connection, Place place, String row, UUID from, UUID into) throws SQLException {
        var before = connection.setSavepoint();
        try (var update = connection.prepareStatement("UPDATE apusilta." + place.table() + " t SET " + place.column() + " = ? WHERE t." + place.column() + " = ? AND " + same(place))) {
            update.setObject(1, into);
            update.setObject(2, from);
            update.setString(3, row);
            int many = update.executeUpdate();
            connection.releaseSavepoint(before);
            return many == 1;
        } catch (SQLException refused) {
            connection.rollback(before);
            if (!String.valueOf(refused.getSQLState()).matches("23...|P0001")) {
                throw refused;
            }
            return false;   // the other has the same already, or it is a record that is never rewritten
        }
    }

    private static String same(Place place) {
        return place.key().isEmpty() ? "to_jsonb(t) - '" + place.column() + "' = ?::jsonb"
                : "jsonb_build_object(" + String.join(", ", place.key().stream().map(column -> "'" + column + "', t." + column).toList()) + ") = ?::jsonb";
    }

    /** @return those that went into this entry and can come back */
    @Transactional(readOnly = true)
    public List<Done> into(UUID id) {
        return jdbc.sql("""
                SELECT m.id, m.from_id, v.given_name || ' ' || v.family_name AS name, coalesce(a.display_name, m.merged_by) AS merged_by, m.merged_at
                FROM apusilta.volunteer_merge m JOIN apusilta.volunteer v ON v.id = m.from_id LEFT JOIN apusilta.account a ON a.username = m.merged_by
                WHERE m.into_id = :id AND m.undone_at IS NULL ORDER BY m.merged_at DESC, m.id""").param("id", id).query(Done.class).list();
    }

    /** @return the entry a merge went into */
    @Transactional(readOnly = true)
    public Optional<UUID> target(UUID merge) {
        return jdbc.sql("SELECT into_id FROM apusilta.volunteer_merge WHERE id = ? AND undone_at IS NULL").param(merge).query(UUID.class).optional();
    }

    /** @return who answers for this entry now */
    @Transactional(readOnly = true)
    public UUID current(UUID id) {
        return jdbc.sql("SELECT apusilta.volunteer_current(?)").param(id).query(UUID.class).single();
    }

    private record Kept(UUID fromId, UUID intoId, String fromStatus, @Nullable LocalDate fromLeftOn, int loadMoved, String fields, int capacity) {}

    private record Moved(String tableName, String columnName, String rowKey) {}

    /**
     * Makes them two again. What was moved goes back row by row; what came since stays with the entry it came to.
     *
     * @throws NoSuchElementException when it was undone already @throws Refused when the entry itself has been merged into a third one meanwhile, or something runs
     */
    public void undo(UUID merge, String by) {
        var kept = jdbc.sql("""
                SELECT from_id, into_id, from_status, from_left_on, load_moved, filled ->> 'fields' AS fields, (filled ->> 'capacity')::int AS capacity
                FROM apusilta.volunteer_merge WHERE id = ? AND undone_at IS NULL FOR UPDATE""").param(merge).query(Kept.class).optional()
                .orElseThrow(() -> new NoSuchElementException("no such merge"));
        jdbc.sql("SELECT id FROM apusilta.volunteer WHERE id IN (:both) ORDER BY id FOR UPDATE").param("both", List.of(kept.fromId(), kept.intoId())).query(UUID.class).list();
        if (jdbc.sql("SELECT merged_into IS NOT NULL FROM apusilta.volunteer WHERE id = ?").param(kept.intoId()).query(Boolean.class).single()) {
            throw new Refused("MERGED");
        }
        changes.by(by);
        jdbc.sql("SELECT set_config('apusilta.merging', 'on', true)").query(String.class).single();
        jdbc.sql("UPDATE apusilta.volunteer SET merged_into = NULL, status = :status, left_on = :left WHERE id = :from").param("status", kept.fromStatus()).param("left", kept.fromLeftOn())
                .param("from", kept.fromId()).update();
        var places = places();
        jdbc.sql("SELECT table_name, column_name, row_key::text AS row_key FROM apusilta.volunteer_merge_moved WHERE merge_id = ? ORDER BY id DESC").param(merge).query(Moved.class).list()
                .forEach(row -> places.stream().filter(place -> place.table().equals(row.tableName()) && place.column().equals(row.columnName())).findFirst()
                        .ifPresent(place -> jdbc.sql("UPDATE apusilta." + place.table() + " t SET " + place.column() + " = ? WHERE t." + place.column() + " = ? AND " + same(place))
                                .params(kept.fromId(), kept.intoId(), row.rowKey()).update()));
        if (!kept.fields().isEmpty()) {
            // only what still says what the merge wrote
            jdbc.sql("UPDATE apusilta.volunteer i SET " + set(kept.fields(), "nullif(i.%1$s, f.%1$s)") + " FROM apusilta.volunteer f WHERE i.id = ? AND f.id = ?").params(kept.intoId(), kept.fromId()).update();
        }
        jdbc.sql("""
                UPDATE apusilta.volunteer i SET load = greatest(0, load - :moved),
                  capacity = CASE WHEN capacity = (m.filled ->> 'capacity')::int OR capacity <> greatest((m.filled ->> 'capacity')::int, (m.filled -> 'became' ->> 'load')::int + :moved) THEN capacity
                             ELSE greatest((m.filled ->> 'capacity')::int, load - :moved) END
                FROM apusilta.volunteer_merge m WHERE i.id = :into AND m.id = :merge""").param("moved", kept.loadMoved()).param("into", kept.intoId()).param("merge", merge).update();
        jdbc.sql("UPDATE apusilta.volunteer_merge SET undone_by = :by, undone_at = :now WHERE id = :merge").param("by", by).param("now", Timestamp.from(clock.instant())).param("merge", merge).update();
        changed(kept.fromId(), kept.intoId());
    }

    private static String set(String fields, String value) {
        return String.join(", ", List.of(fields.split(",")).stream().map(field -> field + " = " + value.formatted(field)).toList());
    }

    private void changed(UUID from, UUID into) {
        events.publishEvent(new VolunteerChanged(from));
        events.publishEvent(new VolunteerChanged(into));
    }

    /** @return table and column of every place that follows a merge, such as {@code offer.volunteer_id} */
    @Transactional(readOnly = true)
    public Set<String> followed() {
        return places().stream().map(place -> place.table() + "." + place.column()).collect(java.util.stream.Collectors.toCollection(java.util.TreeSet::new));
    }

    /** Every column of ours that points to a volunteer: by a foreign key, or by its name (a person may be an applicant under the same id); and messages and links, whose case a volunteer may be. */
    private List<Place> places() {
        var places = new ArrayList<Place>();
        jdbc.sql("""
                SELECT DISTINCT c.relname AS table_name, a.attname AS column_name,
                  ARRAY(SELECT k.attname::text FROM pg_index i JOIN pg_attribute k ON k.attrelid = c.oid AND k.attnum = ANY (i.indkey)
                        WHERE i.indrelid = c.oid AND i.indisprimary AND k.attname <> a.attname ORDER BY k.attnum) AS key
                FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'apusilta' JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relkind = 'r' AND c.relname <> ALL (:alone) AND a.atttypid = 'uuid'::regtype
                  AND (a.attname IN ('volunteer_id', 'person_id') AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f'
                           AND f.confrelid <> 'apusilta.volunteer'::regclass AND f.conkey = ARRAY[a.attnum]) OR (c.relname, a.attname) IN (('message', 'case_id'), ('link', 'case_id'), ('link', 'subject'), ('message_silence', 'case_id'))
                       OR EXISTS (SELECT 1 FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid = 'apusilta.volunteer'::regclass AND f.conkey = ARRAY[a.attnum]))
                ORDER BY 1, 2""").param("alone", LEFT_ALONE.toArray(String[]::new))
                .query((row, n) -> places.add(new Place(row.getString("table_name"), row.getString("column_name"), List.of((String[]) row.getArray("key").getArray())))).list();
        return places;
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }
}
