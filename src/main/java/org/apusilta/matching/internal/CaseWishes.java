package org.apusilta.matching.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.request.WishesTold;
import org.apusilta.volunteer.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What matching needs to know of a case beside the request, as the request tells it or coordinators keep it. Public for {@code matching.web} only. */
@Component
@Transactional
public class CaseWishes {

    /**
     * @param around codes of {@link Surroundings}: what is in the home @param level A2, B1, B2 or C1 @param practises languages the client would like to practise
     * @param welcomes whether the client gladly helps somebody to practise theirs
     */
    public record Wish(List<String> around, String level, List<String> practises, boolean welcomes, @Nullable Integer minAge) {

        static final Wish NONE = new Wish(List.of(), "B1", List.of(), false, null);
    }

    /** @param kindAge the age from which all that is asked for may be given, 0 when there is none */
    record Told(Wish wish, Ask.Relaxed relaxed, int kindAge) {

        /** @return the latest year in which somebody old enough for all of it was born; only years are known, so this year's birthday is not counted on */
        int bornUntil(int year) {
            return year - 1 - Math.max(kindAge, wish.minAge() == null ? 0 : wish.minAge());
        }
    }

    /** Bounds of the table. */
    public static final int YOUNGEST = 13;
    /** Bounds of the table. */
    public static final int OLDEST = 80;

    private final JdbcClient jdbc;
    private final Vocabulary vocabulary;
    private final Clock clock;

    CaseWishes(JdbcClient jdbc, Vocabulary vocabulary, Clock clock) {
        this.jdbc = jdbc;
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Wish of(UUID caseId) {
        return jdbc.sql("SELECT around, level, practises, welcomes, min_age FROM apusilta.case_wish WHERE case_id = ?").param(caseId)
                .query((row, n) -> wish(row)).optional().orElse(Wish.NONE);
    }

    /** @return what is wished and relaxed for this case, in one look: each list of candidates begins with it */
    @Transactional(readOnly = true)
    public Told told(UUID caseId) {
        return jdbc.sql("""
                SELECT w.case_id IS NOT NULL AS wished, w.around, w.level, w.practises, w.welcomes, w.min_age,
                       coalesce(s.relax_distance, false) AS distance, coalesce(s.relax_times, false) AS times, coalesce(s.relax_language, false) AS language, coalesce(s.relax_gender, false) AS gender,
                       (SELECT coalesce(max(a.min_age), 0) FROM apusilta.request_kind k JOIN apusilta.kind_age a ON a.kind_code = k.kind WHERE k.request_id = asked.id) AS kind_age
                FROM (SELECT CAST(? AS uuid)) AS asked (id) LEFT JOIN apusilta.case_wish w ON w.case_id = asked.id LEFT JOIN apusilta.search s ON s.case_id = asked.id""").param(caseId)
                .query((row, n) -> new Told(row.getBoolean("wished") ? wish(row) : Wish.NONE,
                        new Ask.Relaxed(row.getBoolean("distance"), row.getBoolean("times"), row.getBoolean("language"), row.getBoolean("gender")), row.getInt("kind_age"))).single();
    }

    private static Wish wish(ResultSet row) throws SQLException {
        return new Wish(List.of((String[]) row.getArray("around").getArray()), row.getString("level"),
                List.of((String[]) row.getArray("practises").getArray()), row.getBoolean("welcomes"), row.getObject("min_age", Integer.class));
    }

    public void keep(UUID caseId, Wish wish, String by) {
        jdbc.sql("""
                INSERT INTO apusilta.case_wish (case_id, around, level, practises, welcomes, min_age, kept_by, kept_at)
                VALUES (:case, :around::text[], :level, :practises::text[], :welcomes, :age, :by, :at)
                ON CONFLICT (case_id) DO UPDATE SET around = excluded.around, level = excluded.level, practises = excluded.practises,
                    welcomes = excluded.welcomes, min_age = excluded.min_age, kept_by = excluded.kept_by, kept_at = excluded.kept_at""")
                .param("case", caseId).param("around", wish.around().toArray(String[]::new)).param("level", wish.level())
                .param("practises", wish.practises().toArray(String[]::new)).param("welcomes", wish.welcomes()).param("age", wish.minAge())
                .param("by", by).param("at", Timestamp.from(clock.instant())).update();
    }

    /** What the request tells itself, in the transaction that takes it in; a coordinator may change it afterwards. */
    @EventListener
    void told(WishesTold told) {
        var wishes = told.wishes();
        keep(told.requestId(), new Wish(wishes.around().stream().distinct().toList(), wishes.level() == null ? Wish.NONE.level() : wishes.level(),
                wishes.practises().stream().filter(code -> vocabulary.languages(List.of(code)) != 0).distinct().toList(), wishes.welcomes(), null), told.by() == null ? "REQUEST" : told.by());
    }

    /** @return for each kind the age from which it may be given */
    @Transactional(readOnly = true)
    public Map<String, Integer> ages() {
        var ages = new HashMap<String, Integer>();
        jdbc.sql("SELECT kind_code, min_age FROM apusilta.kind_age").query(row -> {
            ages.put(row.getString(1), row.getInt(2));
        });
        return ages;
    }

    /** @throws IllegalArgumentException when an age is below 13 or above 80 */
    public void keepAges(Map<String, Integer> ages) {
        if (ages.values().stream().anyMatch(age -> age < YOUNGEST || age > OLDEST)) {
            throw new IllegalArgumentException("13 to 80");
        }
        ages.forEach((kind, age) -> jdbc.sql("INSERT INTO apusilta.kind_age (kind_code, min_age) SELECT code, :age FROM apusilta.kind WHERE code = :kind ON CONFLICT (kind_code) DO UPDATE SET min_age = excluded.min_age")
                .param("age", age).param("kind", kind).update());
    }
}
