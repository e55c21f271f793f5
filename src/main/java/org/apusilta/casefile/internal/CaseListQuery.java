package org.apusilta.casefile.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.apusilta.casefile.CaseList.OpenTask;
import org.apusilta.casefile.CaseList.Page;
import org.apusilta.casefile.CaseList.Row;
import org.apusilta.casefile.CaseQuery.Sort;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.RequestStatus;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The list in one question to the database, which begins at the reader's districts: what the rest of the city does costs nothing. Ordering and leafing through thousands of cases by what five modules know cannot be done
 * through their interfaces, so this class alone reads their tables; it writes none (ADR 9).
 */
@Repository
class CaseListQuery {

    /** Where the tokens of open cases stand, all of them being equally last, or else the step left last; as {@code CaseSteps.current} says it. */
    private static final String PLACES = """
            places AS MATERIALIZED (
                SELECT r.id AS case_id, s.process, s.step FROM apusilta.help_request r CROSS JOIN LATERAL (
                    SELECT process, step FROM apusilta.case_step WHERE case_id = r.id
                    ORDER BY left_at DESC NULLS FIRST, CASE WHEN left_at IS NOT NULL THEN id END DESC FETCH FIRST ROW WITH TIES) s
                WHERE r.outcome IS NULL AND r.major = ANY (:majors))
            """;

    private static final String ROWS = """
            , standing AS (
                SELECT p.case_id, max(m.rank) AS rank FROM places p
                LEFT JOIN unnest(cast(:processes AS text[]), cast(:steps AS text[]), cast(:ranks AS int[])) AS m (process, step, rank)
                    USING (process, step) GROUP BY p.case_id),
            listed AS (
                SELECT r.id, r.reference, c.name AS client, r.district, r.received_at, r.closed_at, o.account AS owner, t.open, t.late,
                       t.climbed, t.due, t.urgency, %s AS best,
                       CASE WHEN r.outcome IN ('DECLINED', 'PROFESSIONAL') THEN :declined WHEN r.outcome IN ('ELSEWHERE', 'HANDED_OVER') THEN :elsewhere WHEN r.outcome = 'WITHDRAWN' THEN :withdrawn
                            ELSE CASE WHEN r.outcome IS NOT NULL THEN :ended
                                      WHEN r.withdrawn_at IS NOT NULL AND NOT EXISTS (
                                          SELECT 1 FROM apusilta.case_step s WHERE s.case_id = r.id AND s.left_at IS NULL) THEN :withdrawn
                                      ELSE coalesce(s.rank, 0) END END AS stage
                FROM apusilta.help_request r
                LEFT JOIN apusilta.client c ON c.request_id = r.id
                LEFT JOIN apusilta.case_owner o ON o.case_id = r.id
                LEFT JOIN standing s ON s.case_id = r.id
                CROSS JOIN LATERAL (
                    SELECT count(*) AS open, bool_or(t.due < :now) AS late,
                           bool_or(t.due < :now AND told.task_id IS NOT NULL) AS climbed, min(t.due) AS due,
                           max(CASE t.urgency WHEN 'URGENT' THEN 3 WHEN 'SOON' THEN 2 ELSE 1 END) AS urgency
                    FROM apusilta.open_task t
                    LEFT JOIN apusilta.overdue_told told ON told.task_id = t.task_id AND told.due = t.due AND told.told_whom = 'MANAGER'
                    WHERE t.case_id = r.id) t
                %s
                WHERE r.major = ANY (:majors)%s),
            page AS (SELECT *, count(*) OVER () AS total FROM listed WHERE true%s ORDER BY %s LIMIT :size OFFSET :from)
            SELECT p.*, ARRAY(SELECT kind FROM apusilta.request_kind k WHERE k.request_id = p.id ORDER BY position) AS kinds,
                   n.task_id, n.process, n.step, n.due AS task_due, n.assignee, n.urgency AS task_urgency
            FROM page p LEFT JOIN LATERAL (
                SELECT * FROM apusilta.open_task t WHERE t.case_id = p.id ORDER BY due NULLS LAST, task_id LIMIT 1) n ON true
            ORDER BY %s""";

    /** Each word of the phrase must be found in some name of the case, or be part of its reference. */
    private static final String FOUND = """
            , hits AS (
                SELECT c.request_id AS case_id, w.word, apusilta.word_similarity(apusilta.plain(w.word), apusilta.plain(c.name)) AS score
                FROM unnest(cast(:words AS text[])) AS w (word) JOIN apusilta.client c
                    ON apusilta.plain(c.name) OPERATOR(apusilta.%>) apusilta.plain(w.word) OR to_tsvector('finnish'::regconfig, c.name) @@ plainto_tsquery('finnish', w.word)
                UNION ALL
                SELECT q.request_id, w.word, 0.9 * apusilta.word_similarity(apusilta.plain(w.word), apusilta.plain(q.name))
                FROM unnest(cast(:words AS text[])) AS w (word) JOIN apusilta.requester q
                    ON apusilta.plain(q.name) OPERATOR(apusilta.%>) apusilta.plain(w.word) OR to_tsvector('finnish'::regconfig, q.name) @@ plainto_tsquery('finnish', w.word)
                UNION ALL
                SELECT b.case_id, w.word, 0.9 * apusilta.word_similarity(apusilta.plain(w.word), apusilta.plain(v.given_name || ' ' || v.family_name))
                FROM unnest(cast(:words AS text[])) AS w (word) JOIN apusilta.volunteer v
                    ON apusilta.plain(v.given_name || ' ' || v.family_name) OPERATOR(apusilta.%>) apusilta.plain(w.word)
                    OR to_tsvector('finnish'::regconfig, v.given_name || ' ' || v.family_name) @@ plainto_tsquery('finnish', w.word)
                JOIN (SELECT case_id, volunteer_id FROM apusilta.offer WHERE state IN ('OPEN', 'ACCEPTED')
                      UNION SELECT case_id, volunteer_id FROM apusilta.support) b ON b.volunteer_id = v.id
                UNION ALL
                SELECT r.id, w.word, 1 FROM unnest(cast(:words AS text[])) AS w (word) JOIN apusilta.help_request r
                    ON w.word ~ '\\d' AND lower(r.reference) LIKE '%' || w.word || '%'),
            found AS (
                SELECT case_id, sum(score) AS best FROM (SELECT case_id, word, max(score) AS score FROM hits GROUP BY case_id, word) AS by_word
                GROUP BY case_id HAVING count(*) = cardinality(cast(:words AS text[])))
            """;

    private static final Map<Sort, String> ORDERS = Map.of(
            Sort.DUE, "due %s NULLS LAST", Sort.RECEIVED, "received_at %s", Sort.REFERENCE, "reference %s", Sort.CLIENT, "client %s NULLS LAST",
            Sort.DISTRICT, "district %s", Sort.STAGE, "stage %s", Sort.OWNER, "owner %s NULLS LAST", Sort.BEST, "best %s");

    private final JdbcClient jdbc;
    private final HelpRequests requests;

    CaseListQuery(JdbcClient jdbc, HelpRequests requests) {
        this.jdbc = jdbc;
        this.requests = requests;
    }

    /** How alike a name and a word must be, from 0 to 1: a letter or two wrong in a name of eight. */
    void likeness(double threshold) {
        jdbc.sql("SELECT set_config('pg_trgm.word_similarity_threshold', :threshold, true)").param("threshold", String.valueOf(threshold))
                .query(String.class).single();
    }

    /** @param words lower case; empty for all cases */
    Page rows(Set<String> majors, CaseConditions conditions, List<String> words, Sort sort, boolean descending, int from, int size, Instant now) {
        var ranks = ranks(majors);
        var order = order(sort, descending);
        var searched = !words.isEmpty();
        var sql = "WITH " + PLACES + (searched ? FOUND : "") + ROWS.formatted(searched ? "f.best" : "0",
                searched ? "JOIN found f ON f.case_id = r.id" : "", conditions.onCases(), conditions.onRows(), order, order);
        var total = new int[1];
        var rows = jdbc.sql(sql).param("majors", majors.toArray(String[]::new))
                .param("processes", ranks.keySet().stream().map(key -> key.split("\n")[0]).toArray(String[]::new))
                .param("steps", ranks.keySet().stream().map(key -> key.split("\n")[1]).toArray(String[]::new))
                .param("ranks", ranks.values().stream().map(RequestStatus::ordinal).toArray(Integer[]::new))
                .param("declined", RequestStatus.DECLINED.ordinal()).param("elsewhere", RequestStatus.ELSEWHERE.ordinal())
                .param("withdrawn", RequestStatus.WITHDRAWN.ordinal()).param("ended", RequestStatus.ENDED.ordinal())
                .param("now", now.atOffset(java.time.ZoneOffset.UTC)).param("words", words.toArray(String[]::new))
                .param("size", size).param("from", from).params(conditions.values())
                .query((row, index) -> {
                    total[0] = row.getInt("total");
                    return row(row);
                }).list();
        return new Page(rows, total[0]);
    }

    /** What each step says of a case is the request's to tell; the database is told here. */
    private Map<String, RequestStatus> ranks(Set<String> majors) {
        record Place(String process, String step) {}
        var ranks = new TreeMap<String, RequestStatus>();
        jdbc.sql("WITH " + PLACES + "SELECT DISTINCT process, step FROM places").param("majors", majors.toArray(String[]::new))
                .query(Place.class).list().forEach(at -> ranks.put(at.process() + "\n" + at.step(), requests.stage(at.process(), at.step())));
        return ranks;
    }

    /** Equal ones always in the same order, so that no case is on two pages. */
    private static String order(Sort sort, boolean descending) {
        var urgentFirst = sort == Sort.DUE ? ", p_urgency DESC NULLS LAST".replace("p_urgency", "urgency") : "";
        return ORDERS.get(sort).formatted(descending != (sort == Sort.BEST) ? "DESC" : "ASC") + urgentFirst + ", received_at, id";
    }

    private static Row row(ResultSet row) throws SQLException {
        var task = row.getString("task_id") == null ? null : new OpenTask(row.getString("task_id"), row.getString("process"), row.getString("step"),
                instant(row, "task_due"), row.getString("assignee"), row.getString("task_urgency"));
        return new Row(row.getObject("id", UUID.class), row.getString("reference"), row.getString("client"),
                List.of((String[]) row.getArray("kinds").getArray()), row.getString("district"), RequestStatus.values()[row.getInt("stage")],
                instant(row, "received_at"), instant(row, "closed_at"), row.getString("owner"), task, row.getInt("open"), row.getBoolean("late"),
                row.getBoolean("climbed"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
