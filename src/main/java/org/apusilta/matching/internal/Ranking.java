package org.apusilta.matching.internal;

import java.sql.Types;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.ResultSetExtractor;
import org.springframework.jdbc.core.RowMapperResultSetExtractor;
import org.springframework.jdbc.core.SimplePropertyRowMapper;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hard rules apart from wishes, in plain SQL over {@code bookable}. Everything is counted in whole metres and thousandths of a
 * point, so that this and the plain Java oracle in the tests agree to the last digit.
 *
 * <p>Where few give the kind of help, all of them are looked at. Where many do, the nine nearest squares (1 km, {@code bookable_block})
 * come first. The worst of their ten best, after what rivals take off, is what anybody needs to be among the ten; a square whose nearest
 * corner and all other wishes together cannot bring that much is not read at all, which is why the list is the same as if everybody had
 * been given points. Rivals are looked up only for who has that much. Only points go through the sorting; what explains them is read
 * again for the few that are left. The aliases are written as {@link Scored} names them, without quotes: a name that is not found
 * costs an exception for each column.
 */
@Component
class Ranking {

    /** Whoever gives this kind of help, and whether they meet the rules a coordinator may relax. */
    private static final String SEEN = """
              SELECT b.*, d.metres, d.heard,
                     d.metres <= b.max_distance_m AS near,
                     :slots = 0 OR b.slots IS NULL OR b.slots & :slots <> 0 AS timely,
                     d.heard & :languages <> 0 AS spoken,
                     :gender::text IS NULL OR b.gender IS NOT DISTINCT FROM :gender AS wished
              FROM apusilta.bookable b
              CROSS JOIN LATERAL (SELECT floor(sqrt(((b.x - :x)::bigint * (b.x - :x) + (b.y - :y)::bigint * (b.y - :y))::float8))::int,
                                         CASE :level WHEN 'A2' THEN b.languages_a2 WHEN 'B2' THEN b.languages_b2 WHEN 'C1' THEN b.languages_c1 ELSE b.languages END) d (metres, heard)
              WHERE b.kind_code = :kind
            """;

    /** Those of them who meet the rules nobody may relax. */
    private static final String FITS = "WITH fits AS NOT MATERIALIZED (\n" + SEEN + """
                AND b.bookable_until >= :today AND (b.resting_until IS NULL OR b.resting_until < :today)
                AND (NOT :pets OR b.pets_ok) AND (NOT :smoke OR b.smoke_ok)
                AND (NOT :strength OR b.strength) AND (NOT :car OR b.car)
                AND NOT EXISTS (SELECT 1 FROM apusilta.block_out o WHERE o.volunteer_id = b.volunteer_id AND :firstDay::date BETWEEN o.first_day AND o.last_day)
                AND (b.hours_limit IS NULL OR b.hours_limit >= :hours + (SELECT coalesce(sum(w.hours), 0) FROM apusilta.weekly_hours w WHERE w.volunteer_id = b.volunteer_id))
                AND b.avoids & :around = 0 AND b.born <= :bornUntil AND NOT b.volunteer_id = ANY (:never::uuid[])
                AND NOT EXISTS (SELECT 1 FROM unnest(:others::text[]) k
                                WHERE NOT EXISTS (SELECT 1 FROM apusilta.bookable o WHERE o.kind_code = k
                                                  AND o.volunteer_id = b.volunteer_id AND o.bookable_until >= :today))
            )
            """;

    private static final String ALLOWED = """
            (near OR :relaxDistance) AND (timely OR :relaxTimes) AND (spoken OR :relaxLanguage) AND (wished OR :relaxGender)
            """;

    /** What each wish brings somebody. */
    private static final String POINTS = """
            CROSS JOIN LATERAL (SELECT
                     (:wDistance::bigint * greatest(0, :wFar - metres) / :wFar)::int AS distance_points,
                     CASE WHEN slots IS NULL THEN 0 WHEN :slots = 0 THEN :wTimes
                          ELSE :wTimes * bit_count((slots & :slots)::bit(32)) / nullif(bit_count(:slots::bit(32)), 0) END::int AS times_points,
                     (:wInterests * least(:wInterestsEnough, bit_count((interests & :interests)::bit(64))) / :wInterestsEnough)::int AS interests_points,
                     CASE WHEN heard & :preferred <> 0 THEN :wLanguage ELSE 0 END AS language_points,
                     CASE WHEN languages & :practises <> 0 OR :welcomes AND practises & :languages <> 0 THEN :wPractice ELSE 0 END AS practice_points,
                     :wLoad * free / capacity AS load_points,
                     CASE WHEN last_ended_on IS NULL THEN :wRecency
                          ELSE :wRecency * least(greatest(:today::date - last_ended_on, 0), :wRested) / :wRested END AS recency_points,
                     CASE WHEN volunteer_id = ANY (:known::uuid[]) THEN :wEarlier ELSE 0 END AS earlier_points) p
            """;

    /** What the request with the stronger claim takes off. */
    private static final String CLAIM = """
            LEFT JOIN LATERAL (
                SELECT days, s.score + :wWaitingDay * days AS claim
                FROM apusilta.shortlisted s JOIN apusilta.search q USING (case_id)
                CROSS JOIN LATERAL (SELECT greatest(0, :today::date - (q.waiting_since AT TIME ZONE 'Europe/Helsinki')::date)) w (days)
                WHERE s.volunteer_id = o.volunteer_id AND q.open AND NOT q.case_id = ANY (:cases::uuid[])
                ORDER BY claim DESC, q.case_id OFFSET o.free - 1 LIMIT 1) r ON true
            CROSS JOIN LATERAL (SELECT coalesce(least(:wCompetition, greatest(0, r.claim - (o.points + :waiting))), 0) AS claim) c
            """;

    private static final String SUMMED = """
            SELECT volunteer_id, free, distance_points + times_points + interests_points + language_points + practice_points + load_points + recency_points
                                       + earlier_points AS points
            """;

    /** What anybody needs to be among the ten, told by those looked at first. */
    private static final String NEEDED = """
            , needed AS MATERIALIZED (
              SELECT CASE WHEN count(*) = :limit THEN min(o.points - c.claim) ELSE 0 END AS points
              FROM (SELECT * FROM nearest ORDER BY points DESC LIMIT :limit) o %s
            )
            """.formatted(CLAIM);

    private static final String BEST = """
            , claimed AS (
              SELECT o.*, r.days AS rival_days, c.claim FROM %1$s o %2$s WHERE o.points >= (SELECT points FROM needed)
            ), best AS (
              SELECT volunteer_id, rival_days, claim, points + :waiting - claim AS score FROM claimed ORDER BY score DESC, volunteer_id LIMIT :limit
            )
            SELECT volunteer_id AS volunteerId, metres, near, slots, timely, heard AS languages, spoken, wished, interests, practises,
                   :today::date - last_ended_on AS restedDays, free,
                   distance_points AS distancePoints, times_points AS timesPoints, interests_points AS interestsPoints, language_points AS languagePoints,
                   practice_points AS practicePoints, load_points AS loadPoints, recency_points AS recencyPoints, earlier_points AS earlierPoints,
                   :waiting AS waitingPoints, claim AS competition, CASE WHEN claim > 0 THEN rival_days END AS rivalDays, score
            FROM best JOIN (%3$s) s USING (volunteer_id) %4$s
            ORDER BY score DESC, volunteer_id
            """;

    private static final String OF_FEW = FITS + ", nearest AS MATERIALIZED (%s FROM fits %s WHERE %s)\n".formatted(SUMMED, POINTS, ALLOWED)
            + NEEDED + BEST.formatted("nearest", CLAIM, SEEN, POINTS);

    private static final String OF_MANY = FITS + """
            , block AS MATERIALIZED (
              SELECT west, south, d.metres, row_number() OVER (ORDER BY d.metres, west, south) <= 9 AS first
              FROM apusilta.bookable_block k
              CROSS JOIN LATERAL (SELECT greatest(0, k.west - :x, :x - k.west - 1023)::bigint, greatest(0, k.south - :y, :y - k.south - 1023)::bigint) g (east, north)
              CROSS JOIN LATERAL (SELECT floor(sqrt((east * east + north * north)::float8))::int) d (metres)
              WHERE k.kind_code = :kind
            ), nearest AS MATERIALIZED (
              %3$s FROM (SELECT west, south FROM block WHERE first) n JOIN fits USING (west, south) %1$s WHERE %2$s
            )
            """.formatted(POINTS, ALLOWED, SUMMED) + NEEDED + """
            , summed AS (
              SELECT * FROM nearest
              UNION ALL
              %3$s FROM (SELECT west, south FROM block, needed n
                         WHERE NOT first AND :wDistance::bigint * greatest(0, :wFar - metres) / :wFar + :most >= n.points) n
              JOIN fits USING (west, south) %1$s WHERE %2$s
            )
            """.formatted(POINTS, ALLOWED, SUMMED) + BEST.formatted("summed", CLAIM, SEEN, POINTS);

    /** What is sent, in one round trip. A plan kept for all requests is as good as one of its own, and making one takes twice as long as running it; but not where masses give this kind of help. */
    private static final Map<Crowd, String> STATEMENTS = Map.of(
            Crowd.FEW, planned("force_generic_plan", OF_FEW), Crowd.MANY, planned("force_generic_plan", OF_MANY), Crowd.MASSES, planned("force_custom_plan", OF_MANY));

    private static String planned(String mode, String statement) {
        return "SET LOCAL plan_cache_mode = " + mode + ";\n" + statement;
    }

    private static final String COUNTED = FITS + """
            SELECT count(*) FILTER (WHERE %1$s) AS now,
                   count(*) FILTER (WHERE %2$s) AS distance,
                   count(*) FILTER (WHERE %3$s) AS times,
                   count(*) FILTER (WHERE %4$s) AS language,
                   count(*) FILTER (WHERE %5$s) AS gender
            FROM fits
            """.formatted(ALLOWED, without("near OR"), without("timely OR"), without("spoken OR"), without("wished OR"));

    private static final String ALLOWED_ALL = FITS + "SELECT count(*) FROM fits WHERE " + ALLOWED;

    private static final String ALLOWED_ONE = FITS + "SELECT count(*) FROM fits WHERE volunteer_id = :volunteer AND " + ALLOWED;

    private static final ResultSetExtractor<List<Scored>> ROWS = new RowMapperResultSetExtractor<>(new SimplePropertyRowMapper<>(Scored.class), 10);

    private final NamedParameterJdbcTemplate jdbc;
    private final Crowds crowds;

    Ranking(NamedParameterJdbcTemplate jdbc, Crowds crowds) {
        this.jdbc = jdbc;
        this.crowds = crowds;
    }

    /** @return the best, best first; equal ones in the order of their ids. In the caller's transaction, whose later statements are planned in the same way. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Scored> best(Ask ask, int limit) {
        return best(ask, limit, crowds.of(ask.kinds().get(0)));
    }

    /** The same, looked for as if so many gave the kind of help. */
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Scored> best(Ask ask, int limit, Crowd crowd) {
        return jdbc.execute(STATEMENTS.get(crowd), parameters(ask).addValue("limit", limit), statement -> {
            statement.execute();
            statement.getMoreResults();
            return ROWS.extractData(statement.getResultSet());
        });
    }

    /** @return how many more each relaxed rule alone would bring, in the order they are worth trying */
    Map<String, Integer> relaxations(Ask ask) {
        return jdbc.queryForObject(COUNTED, parameters(ask), (row, n) -> {
            var found = new LinkedHashMap<String, Integer>();
            for (var constraint : List.of("DISTANCE", "TIMES", "LANGUAGE", "GENDER")) {
                found.put(constraint, row.getInt(constraint) - row.getInt("now"));
            }
            return found;
        });
    }

    /** @return how many meet every hard rule of this case now */
    int allowed(Ask ask) {
        return jdbc.queryForObject(ALLOWED_ALL, parameters(ask), Integer.class);
    }

    /** @return whether this person meets every hard rule of this case now */
    boolean allows(Ask ask, UUID volunteerId) {
        return jdbc.queryForObject(ALLOWED_ONE, parameters(ask).addValue("volunteer", volunteerId), Integer.class) == 1;
    }

    private static String without(String rule) {
        return ALLOWED.replace(rule, "true OR");
    }

    static MapSqlParameterSource parameters(Ask ask) {
        var parameters = new MapSqlParameterSource();
        Weighted.parameters(ask.weights()).forEach((name, value) -> parameters.addValue("w" + Character.toUpperCase(name.charAt(0)) + name.substring(1), value));
        var besides = ask.besides();
        return parameters.addValue("most", mostBesidesNearness(ask))
                .addValue("level", besides.level().name()).addValue("around", besides.around())
                .addValue("practises", besides.practises()).addValue("welcomes", besides.welcomes()).addValue("bornUntil", besides.bornUntil())
                .addValue("never", array(besides.never())).addValue("known", array(besides.known()))
                .addValue("kind", ask.kinds().get(0))
                .addValue("others", ask.kinds().stream().skip(1).toArray(String[]::new))
                .addValue("x", ask.x()).addValue("y", ask.y())
                .addValue("slots", ask.slots()).addValue("languages", ask.languages())
                .addValue("preferred", ask.preferred()).addValue("interests", ask.interests())
                .addValue("gender", ask.gender(), Types.VARCHAR)   // a null without a type is another statement, planned anew
                .addValue("pets", ask.pets()).addValue("smoke", ask.smoke())
                .addValue("strength", ask.strength()).addValue("car", ask.car())
                .addValue("cases", array(ask.cases()))
                .addValue("relaxDistance", ask.relaxed().distance()).addValue("relaxTimes", ask.relaxed().times())
                .addValue("relaxLanguage", ask.relaxed().language()).addValue("relaxGender", ask.relaxed().gender())
                .addValue("waiting", ask.waitingPoints())
                .addValue("firstDay", ask.firstDay()).addValue("hours", ask.hours())
                .addValue("today", ask.today());
    }

    /** @return what all the other wishes of this request can bring at the most */
    private static int mostBesidesNearness(Ask ask) {
        var weights = ask.weights();
        var besides = ask.besides();
        return weights.times() + weights.load() + weights.recency() + weights.interests() * Math.min(weights.interestsEnough(), Long.bitCount(ask.interests())) / weights.interestsEnough() + (ask.preferred() == 0 ? 0 : weights.language())
                + (besides.practises() == 0 && !besides.welcomes() ? 0 : weights.practice()) + (besides.known().isEmpty() ? 0 : weights.earlier());
    }

    static String[] array(Collection<UUID> ids) {
        return ids.stream().map(UUID::toString).toArray(String[]::new);
    }
}
