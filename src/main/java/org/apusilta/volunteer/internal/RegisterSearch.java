package org.apusilta.volunteer.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.volunteer.internal.RegisterQuery.Sort;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The register as a list, in one question to the database: names in whatever form they were typed, a page at a time. */
@Repository
@Transactional(readOnly = true)
public class RegisterSearch {

    /** How many people one page shows. */
    public static final int PAGE = 50;

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int MOST_WORDS = 5;
    /** How alike a name and a word must be, from 0 to 1: a letter or two wrong in a name of eight. */
    private static final String LIKENESS = "0.4";

    private static final String FOUND = """
            WITH found AS (
                SELECT id, sum(score) AS best FROM (
                    SELECT v.id, w.word, max(apusilta.word_similarity(apusilta.plain(w.word), apusilta.plain(v.given_name || ' ' || v.family_name))) AS score
                    FROM unnest(cast(:words AS text[])) AS w (word) JOIN apusilta.volunteer v
                        ON apusilta.plain(v.given_name || ' ' || v.family_name) OPERATOR(apusilta.%>) apusilta.plain(w.word)
                        OR to_tsvector('finnish'::regconfig, v.given_name || ' ' || v.family_name) @@ plainto_tsquery('finnish', w.word)
                    GROUP BY v.id, w.word) AS by_word
                GROUP BY id HAVING count(*) = cardinality(cast(:words AS text[])))
            """;

    private static final Map<Sort, String> ORDERS = Map.of(Sort.NAME, "family_name %1$s, given_name %1$s", Sort.DISTRICT, "district %s, family_name, given_name",
            Sort.JOINED, "joined_on %s", Sort.LOAD, "load %s, family_name, given_name", Sort.BEST, "best %s");

    private final JdbcClient jdbc;
    private final Clock clock;

    RegisterSearch(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * One person in the list.
     *
     * @param languages such as {@code fi C2} @param organisation its name, null for the city's own
     * @param restingUntil last day of a break that runs
     */
    public record Row(UUID id, String givenName, String familyName, String district, String status, @Nullable LocalDate restingUntil, List<String> kinds,
            List<String> languages, @Nullable String organisation, LocalDate joinedOn, int load, int capacity) {}

    /** One page of the list. @param total how many there are on all pages */
    public record Page(List<Row> rows, int total) {

        /** @return how many pages there are, at least one */
        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /** @param phrase a name, an e-mail address or a phone number; null for everybody */
    public Page of(Sight sight, RegisterQuery query, @Nullable String phrase) {
        var page = at(sight, query, phrase, query.page());
        return page.rows().isEmpty() && query.page() > 1 ? at(sight, query, phrase, at(sight, query, phrase, 1).pages()) : page;
    }

    private Page at(Sight sight, RegisterQuery query, @Nullable String phrase, int page) {
        var total = new int[1];
        var ask = new Ask(sight, query, phrase);
        var sort = query.sort() == Sort.BEST && ask.words.isEmpty() ? Sort.NAME : query.sort();
        var order = ORDERS.get(sort).formatted(query.descending() != (sort == Sort.BEST) ? "DESC" : "ASC") + ", id";
        var sql = ask.with() + (ask.words.isEmpty() ? "WITH " : ", ") + "page AS (SELECT v.*, " + ask.best() + " AS best, count(*) OVER () AS total" + ask.from()
                + " ORDER BY " + order + " LIMIT :size OFFSET :from) SELECT p.*, o.name AS organisation_name,"
                + " ARRAY(SELECT kind_code FROM apusilta.volunteer_kind k WHERE k.volunteer_id = p.id ORDER BY kind_code) AS kinds,"
                + " ARRAY(SELECT code || ' ' || level FROM apusilta.volunteer_language l WHERE l.volunteer_id = p.id ORDER BY level DESC, code) AS languages"
                + " FROM page p LEFT JOIN apusilta.organisation o ON o.code = p.organisation ORDER BY " + order;
        likeness(ask);
        var rows = jdbc.sql(sql).params(ask.values).param("size", PAGE).param("from", (page - 1) * PAGE).query((row, n) -> {
            total[0] = row.getInt("total");
            return row(row);
        }).list();
        return new Page(rows, total[0]);
    }

    /** @return the ids of all these people, by name */
    public List<UUID> ids(Sight sight, RegisterQuery query) {
        var ask = new Ask(sight, query, null);
        return jdbc.sql("SELECT v.id" + ask.from() + " ORDER BY v.family_name, v.given_name, v.id").params(ask.values).query(UUID.class).list();
    }

    /** @return whether this person is in their sight */
    public boolean sees(Sight sight, UUID id) {
        var ask = new Ask(sight, RegisterQuery.of(Map.of("status", "ALL")), null);
        return jdbc.sql("SELECT EXISTS (SELECT 1" + ask.from() + " AND v.id = :id)").params(ask.values).param("id", id).query(Boolean.class).single();
    }

    private void likeness(Ask ask) {
        if (!ask.words.isEmpty()) {
            jdbc.sql("SELECT set_config('pg_trgm.word_similarity_threshold', :likeness, true)").param("likeness", LIKENESS).query(String.class).single();
        }
    }

    private Row row(ResultSet row) throws SQLException {
        var resting = row.getObject("resting_until", LocalDate.class);
        return new Row(row.getObject("id", UUID.class), row.getString("given_name"), row.getString("family_name"), row.getString("district"), row.getString("status"),
                resting != null && !resting.isBefore(today()) ? resting : null, List.of((String[]) row.getArray("kinds").getArray()),
                List.of((String[]) row.getArray("languages").getArray()), row.getString("organisation_name"), row.getObject("joined_on", LocalDate.class),
                row.getInt("load"), row.getInt("capacity"));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(HELSINKI));
    }

    /** The conditions of one question, with their values. */
    private final class Ask {

        private final List<String> words;
        private final Map<String, Object> values = new HashMap<>();
        private final StringBuilder where = new StringBuilder();

        Ask(Sight sight, RegisterQuery query, @Nullable String phrase) {
            var said = phrase == null ? "" : phrase.strip().toLowerCase(Locale.ROOT);
            var digits = said.replaceAll("\\D", "");
            boolean mail = said.contains("@");
            boolean phone = !mail && digits.length() >= 5 && said.matches("[+0-9 ()-]+");
            this.words = mail || phone ? List.of() : words(said);
            values.put("today", today());
            on(" WHERE v.merged_into IS NULL AND " + sight.condition(), null, null);
            put("sightMajors", sight.majors() == null ? null : sight.majors().toArray(String[]::new));
            put("sightOrganisation", sight.organisation());
            put("sightSites", sight.sites() == null ? null : sight.sites().toArray(String[]::new));
            on(switch (query.status()) {
                case "ALL" -> "";
                case "PAUSED" -> " AND v.status <> 'LEFT' AND (v.status = 'PAUSED' OR v.resting_until >= :today)";
                case "ACTIVE" -> " AND v.status = 'ACTIVE' AND (v.resting_until IS NULL OR v.resting_until < :today)";
                default -> " AND v.status = :status";
            }, "status", query.status());
            if (mail) {
                on(" AND lower(v.email) = :mail", "mail", said);
            }
            if (phone) {
                on(" AND regexp_replace(v.phone, '\\D', '', 'g') LIKE :phone", "phone", "%" + digits.replaceFirst("^(00358|358|0)", ""));
            }
            if (!query.major().isEmpty()) {
                on(" AND d.major_code = :major", "major", query.major());
            }
            if (!query.kind().isEmpty()) {
                on(" AND EXISTS (SELECT 1 FROM apusilta.volunteer_kind k WHERE k.volunteer_id = v.id AND k.kind_code = :kind)", "kind", query.kind());
            }
            if (!query.language().isEmpty()) {
                on(" AND EXISTS (SELECT 1 FROM apusilta.volunteer_language l WHERE l.volunteer_id = v.id AND l.code = :language AND l.level >= :level)", "language", query.language());
                values.put("level", query.level().isEmpty() ? "B1" : query.level());
            }
            if (!query.interest().isEmpty()) {
                on(" AND EXISTS (SELECT 1 FROM apusilta.volunteer_interest i WHERE i.volunteer_id = v.id AND i.code = :interest)", "interest", query.interest());
            }
            if (!query.organisation().isEmpty()) {
                on(switch (query.organisation()) {
                    case "OWN" -> " AND v.organisation IS NULL";
                    case "ANY" -> " AND v.organisation IS NOT NULL";
                    default -> " AND v.organisation = :organisation";
                }, "organisation", query.organisation());
            }
            if (!words.isEmpty()) {
                values.put("words", words.toArray(String[]::new));
            }
        }

        private void on(String condition, @Nullable String name, @Nullable Object value) {
            where.append(condition);
            put(name, value);
        }

        private void put(@Nullable String name, @Nullable Object value) {
            if (name != null && value != null) {
                values.put(name, value);
            }
        }

        String with() {
            return words.isEmpty() ? "" : FOUND;
        }

        String best() {
            return words.isEmpty() ? "0" : "f.best";
        }

        String from() {
            return " FROM apusilta.volunteer v JOIN apusilta.district d ON d.code = v.district" + (words.isEmpty() ? "" : " JOIN found f ON f.id = v.id") + where;
        }

        private static List<String> words(String phrase) {
            return Arrays.stream(phrase.split("[^\\p{L}\\d'’-]+")).filter(word -> !word.isBlank()).distinct().limit(MOST_WORDS).toList();
        }
    }
}
