package org.apusilta.matching.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.matching.Matching.Excluded;
import org.apusilta.security.Access;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Says of people asked about by name which hard rules keep them off a list: all of them, straight from the register. What papers and
 * trainings a kind of help needs is asked where a booking asks it, so that renewals, and trainings that count as others, are the same here.
 */
@Component
class Exclusions {

    private static final int MOST = 10;

    private static final String BROKEN = """
            array_remove(ARRAY[
              CASE WHEN v.status <> 'ACTIVE' THEN 'ACTIVE' END,
              CASE WHEN v.resting_until >= :today THEN 'RESTING' END,
              CASE WHEN EXISTS (SELECT 1 FROM unnest(:kinds::text[]) k WHERE NOT EXISTS (SELECT 1 FROM apusilta.volunteer_kind o
                                WHERE o.volunteer_id = v.id AND o.kind_code = k)) THEN 'KIND' END,
              CASE WHEN 'AGREEMENT' = ANY (l.lacks) THEN 'AGREEMENT' END,
              CASE WHEN 'INSURANCE' = ANY (l.lacks) THEN 'INSURANCE' END,
              CASE WHEN 'TRAINING' = ANY (l.lacks) THEN 'TRAINING' END,
              CASE WHEN 'CHECK' = ANY (l.lacks) THEN 'CHECK' END,
              CASE WHEN p.birth_year > :bornUntil THEN 'AGE' END,
              CASE WHEN v.load >= v.capacity THEN 'LOAD' END,
              CASE WHEN v.hours_limit < :hours + (SELECT coalesce(sum(w.hours), 0) FROM apusilta.weekly_hours w WHERE w.volunteer_id = v.id) THEN 'HOURS' END,
              CASE WHEN EXISTS (SELECT 1 FROM apusilta.block_out o WHERE o.volunteer_id = v.id AND :firstDay::date BETWEEN o.first_day AND o.last_day) THEN 'DAYS_OFF' END,
              CASE WHEN NOT :relaxLanguage AND CASE :level WHEN 'A2' THEN p.languages_a2 WHEN 'B2' THEN p.languages_b2 WHEN 'C1' THEN p.languages_c1
                   ELSE coalesce((SELECT bit_or(1::bigint << b.bit) FROM apusilta.volunteer_language l JOIN apusilta.language_bit b USING (code)
                                  WHERE l.volunteer_id = v.id AND l.level >= 'B1'), 0) END & :languages = 0 THEN 'LANGUAGE' END,
              CASE WHEN NOT :relaxTimes AND :slots <> 0 AND v.slots & :slots = 0 THEN 'TIMES' END,
              CASE WHEN NOT :relaxDistance AND floor(sqrt(((v.x - :x)::bigint * (v.x - :x) + (v.y - :y)::bigint * (v.y - :y))::float8)) > v.max_distance_m
                   THEN 'DISTANCE' END,
              CASE WHEN NOT :relaxGender AND :gender::text IS NOT NULL AND v.gender IS DISTINCT FROM :gender THEN 'GENDER' END,
              CASE WHEN p.avoids & :around <> 0 THEN 'AVOIDS' END,
              CASE WHEN :pets AND NOT v.pets_ok THEN 'PETS' END,
              CASE WHEN :smoke AND NOT v.smoke_ok THEN 'SMOKE' END,
              CASE WHEN :strength AND NOT v.strength THEN 'STRENGTH' END,
              CASE WHEN :car AND NOT v.car THEN 'CAR' END,
              CASE WHEN v.id = ANY (:asked::uuid[]) THEN 'ASKED' END,
              CASE WHEN v.id = ANY (:parted::uuid[]) THEN 'PARTED' END], NULL)
            """;

    private static final String PEOPLE = """
            FROM apusilta.volunteer v JOIN apusilta.volunteer_besides p ON p.id = v.id
            CROSS JOIN LATERAL (SELECT apusilta.lacks(v, :kinds::text[], :today::date)) l (lacks)
            """;

    private static final String NAMED = "SELECT v.id, v.given_name || ' ' || v.family_name AS name, " + BROKEN + " AS rules " + PEOPLE + """
            JOIN apusilta.district d ON d.code = v.district
            WHERE v.status <> 'LEFT' AND d.major_code = ANY (:majors::text[])
              AND lower(v.given_name || ' ' || v.family_name) LIKE ALL (:words::text[])
            ORDER BY v.family_name, v.given_name, v.id LIMIT :most
            """;

    private static final String ONLY_FULL = "SELECT count(*) " + PEOPLE + """
            WHERE v.status = 'ACTIVE' AND v.load > 0 AND v.load >= v.capacity
              AND EXISTS (SELECT 1 FROM apusilta.volunteer_kind o WHERE o.volunteer_id = v.id AND o.kind_code = :kind)
              AND\s""" + BROKEN + " = ARRAY['LOAD']";

    private final JdbcClient jdbc;
    private final Ranking ranking;
    private final Access access;
    private final MessageSource messages;

    Exclusions(JdbcClient jdbc, Ranking ranking, Access access, MessageSource messages) {
        this.jdbc = jdbc;
        this.ranking = ranking;
        this.access = access;
        this.messages = messages;
    }

    List<Excluded> of(Ask ask, String name, Locale asked) {
        var wanted = name.strip();
        if (wanted.length() < 2) {
            return List.of();
        }
        var reader = WorkingLanguage.of(asked);
        var rows = jdbc.sql(NAMED).paramSource(parameters(ask)
                        .addValue("majors", access.districts().toArray(String[]::new))
                        .addValue("words", words(wanted)).addValue("most", MOST))
                .query((row, n) -> new Excluded(row.getObject("id", UUID.class), row.getString("name"), List.of((String[]) row.getArray("rules").getArray()))).list();
        return rows.stream().map(one -> new Excluded(one.volunteerId(), one.name(), said(ask, one, reader))).toList();
    }

    /** @return how many would fit if only they had a place left */
    int onlyFull(Ask ask) {
        return jdbc.sql(ONLY_FULL).paramSource(parameters(ask)).query(Integer.class).single();
    }

    private static MapSqlParameterSource parameters(Ask ask) {
        return Ranking.parameters(ask).addValue("kinds", ask.kinds().toArray(String[]::new))
                .addValue("asked", Ranking.array(ask.besides().asked())).addValue("parted", Ranking.array(ask.besides().parted()));
    }

    /** Each word of the name somewhere in it: the family name may come first. */
    private static String[] words(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("\\s+")).map(word -> "%" + word.replaceAll("[\\\\%_]", "\\\\$0") + "%").toArray(String[]::new);
    }

    /** What the register shows and the rules named here do not know is said as such, never hidden. */
    private List<String> said(Ask ask, Excluded one, Locale reader) {
        var rules = new ArrayList<>(one.rules());
        if (rules.isEmpty() && !ranking.allows(ask, one.volunteerId())) {
            rules.add("OTHER");
        }
        return rules.stream().map(rule -> messages.getMessage("matching.rule." + rule, null, reader)).toList();
    }
}
