package org.apusilta.matching.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apusilta.volunteer.SmallGroups;
import org.apusilta.volunteer.SmallGroups.Group;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Whether matching is fair: who is never proposed, who waits longest, how the load is spread. Numbers of groups only. Public for {@code matching.web} only. */
@Component
@Transactional(readOnly = true)
public class Fairness {

    /** What groups are made by. Age bands are those of the volunteers' survey (R47). */
    public enum By { MAJOR, LANGUAGE, AGE }

    /** A row as it may be shown; null is hidden. */
    public record Row(String code, @Nullable Integer people, List<@Nullable Integer> cells) {}

    /** @param half days half of them have waited for @param longest full weeks of the longest wait; all null when the group is too small */
    public record Waits(String code, @Nullable Integer people, @Nullable Integer half, @Nullable Integer longest) {}

    /**
     * @param listed who was proposed and who was not @param whys what stood in somebody's way, in the order of asking
     * @param never those who were not, and in the order of all the reasons how many by each
     */
    public record Proposals(List<Row> listed, List<String> whys, List<Row> never) {

        /** @return how many of this group it is for this reason; null is hidden */
        public @Nullable Integer of(Row group, String why) {
            return group.cells().get(WHY.indexOf(why));
        }
    }

    private static final List<String> WHY = List.of("PAPERS", "RESTING", "LOAD", "TRAINING", "KIND", "LANGUAGE", "OTHERS_FIRST");
    private static final Map<By, String> VOLUNTEER = Map.of(By.MAJOR, "d.major_code", By.LANGUAGE, "v.language", By.AGE, band("v.birth_year"));
    private static final Map<By, String> CLIENT = Map.of(By.MAJOR, "r.major",
            By.LANGUAGE, "CASE WHEN coalesce(r.languages[1], c.language) IN ('fi', 'sv', 'en') THEN coalesce(r.languages[1], c.language) ELSE 'other' END",
            By.AGE, "CASE WHEN c.birth_year IS NULL THEN 'unknown' ELSE " + band("c.birth_year") + " END");

    private static final String LISTED = """
            EXISTS (SELECT 1 FROM apusilta.candidate_listed l JOIN apusilta.candidate_list m ON m.id = l.list_id
                    WHERE l.volunteer_id = v.id AND m.made_at >= :since)""";

    private static final String FIRST_IN_THE_WAY = """
            CASE WHEN %s THEN 'LISTED'
                 WHEN v.agreement_until IS NULL OR v.agreement_until < :today OR v.insured_until IS NULL OR v.insured_until < :today THEN 'PAPERS'
                 WHEN v.resting_until >= :today THEN 'RESTING'
                 WHEN v.load >= v.capacity THEN 'LOAD'
                 WHEN NOT EXISTS (SELECT 1 FROM apusilta.bookable b WHERE b.volunteer_id = v.id) THEN 'TRAINING'
                 WHEN NOT EXISTS (SELECT 1 FROM apusilta.bookable b WHERE b.volunteer_id = v.id AND b.kind_code IN (
                     SELECT k.kind FROM apusilta.request_kind k JOIN apusilta.candidate_list m ON m.case_id = k.request_id WHERE m.made_at >= :since)) THEN 'KIND'
                 WHEN NOT EXISTS (SELECT 1 FROM apusilta.volunteer_language l WHERE l.volunteer_id = v.id AND l.level >= 'B1' AND l.code IN ('fi', 'sv'))
                     THEN 'LANGUAGE'
                 ELSE 'OTHERS_FIRST' END""".formatted(LISTED);

    private final JdbcClient jdbc;
    private final Clock clock;

    Fairness(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private static String band(String born) {
        return "CASE WHEN :year - " + born + " <= 40 THEN '18-40' WHEN :year - " + born + " <= 64 THEN '41-64' WHEN :year - " + born
                + " <= 74 THEN '65-74' ELSE '75+' END";
    }

    /**
     * Active volunteers by group: proposed to somebody within a year, and by the first thing in the way those who were not. One table,
     * hidden once: two of the same people would give each other away.
     */
    public Proposals proposed(By by) {
        var groups = new LinkedHashMap<String, int[]>();
        jdbc.sql("SELECT " + VOLUNTEER.get(by) + " AS code, " + FIRST_IN_THE_WAY + " AS why, count(*) AS people FROM apusilta.volunteer v"
                + " JOIN apusilta.district d ON d.code = v.district WHERE v.status = 'ACTIVE' GROUP BY 1, 2 ORDER BY 1").paramSource(parameters())
                .query(row -> {
                    groups.computeIfAbsent(row.getString("code"), code -> new int[WHY.size() + 1])[1 + WHY.indexOf(row.getString("why"))] = row.getInt("people");
                });
        var shown = SmallGroups.table(groups.entrySet().stream().map(one -> new Group(one.getKey(), one.getValue())).toList());
        var listed = shown.stream().map(one -> {
            var first = one.cells().get(0);
            return new Row(one.code(), one.people(), Arrays.asList(first, first == null || one.people() == null ? null : Integer.valueOf(one.people() - first)));
        }).toList();
        var never = shown.stream().map(one -> new Row(one.code(), listed.get(shown.indexOf(one)).cells().get(1), one.cells().subList(1, one.cells().size()))).toList();
        return new Proposals(listed, WHY.stream().filter(why -> groups.values().stream().anyMatch(cells -> cells[1 + WHY.indexOf(why)] > 0)).toList(), never);
    }

    /** @return active volunteers by group: without a task, with room for more, with all places taken */
    public List<Row> load(By by) {
        return rows("SELECT " + VOLUNTEER.get(by) + " AS code, count(*) FILTER (WHERE v.load = 0) AS a, count(*) FILTER (WHERE v.load > 0 AND v.load < v.capacity) AS b,"
                + " count(*) FILTER (WHERE v.load > 0 AND v.load = v.capacity) AS c FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district"
                + " WHERE v.status = 'ACTIVE' GROUP BY 1 ORDER BY 1", 3);
    }

    /** @return open searches by group of the client: how many and how long */
    public List<Waits> waits(By by) {
        record Wait(String code, int days) {}
        var waits = jdbc.sql("SELECT " + CLIENT.get(by) + " AS code, greatest(0, :today::date - (s.waiting_since AT TIME ZONE 'Europe/Helsinki')::date) AS days"
                + " FROM apusilta.search s JOIN apusilta.help_request r ON r.id = s.case_id JOIN apusilta.client c ON c.request_id = r.id"
                + " WHERE s.open AND r.outcome IS NULL ORDER BY 1, 2").paramSource(parameters()).query(Wait.class).list();
        var groups = new LinkedHashMap<String, List<Integer>>();
        waits.forEach(one -> groups.computeIfAbsent(one.code(), code -> new ArrayList<>()).add(one.days()));
        var shown = SmallGroups.of(groups.entrySet().stream().map(one -> new Group(one.getKey(), one.getValue().size())).toList());
        return shown.stream().map(one -> {
            var days = groups.getOrDefault(one.code(), List.of());
            return one.people() == null ? new Waits(one.code(), null, null, null)
                    : new Waits(one.code(), one.people(), days.get((days.size() - 1) / 2), days.get(days.size() - 1) / 7);
        }).toList();
    }

    private List<Row> rows(String sql, int cells) {
        var groups = jdbc.sql(sql).paramSource(parameters()).query((row, n) -> new Group(row.getString("code"),
                Arrays.copyOf(new int[] {row.getInt("a"), row.getInt("b"), row.getInt("c")}, cells))).list();
        return SmallGroups.table(groups).stream().map(one -> new Row(one.code(), one.people(), one.cells())).toList();
    }

    private MapSqlParameterSource parameters() {
        var today = LocalDate.now(clock.withZone(Asks.HELSINKI));
        return new MapSqlParameterSource().addValue("today", today).addValue("year", today.getYear())
                .addValue("since", Timestamp.from(today.minusYears(1).atStartOfDay(Asks.HELSINKI).toInstant()));
    }
}
