package org.apusilta.benchmark;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * As many invented volunteers as a benchmark wants, by SQL: the register's rows and the derived table {@code bookable} as the
 * application makes it. Where they live, what they give and when they can is spread as in the demo: kinds by Zipf's law, one in four
 * gives two kinds, one in seven has told no times. The same number and seed give the same people.
 */
@TestComponent
class InventedRegister {

    private static final String PEOPLE = """
            INSERT INTO apusilta.volunteer (id, given_name, family_name, birth_year, gender, language, district, x, y, status, joined_on, agreement_until,
                   insured_until, check_until, capacity, load, max_distance_m, car, strength, pets_ok, smoke_ok, slots, last_ended_on, hours_limit)
            SELECT md5('person ' || n)::uuid, 'Kuvitteellinen', 'Henkilö' || n, 1935 + (random() * 70)::int,
                   CASE WHEN random() < 0.66 THEN 'F' ELSE 'M' END, 'fi', d.code, d.x + (random() * 3000)::int - 1500, d.y + (random() * 3000)::int - 1500,
                   'ACTIVE', DATE '2025-01-01', CURRENT_DATE + 400, CURRENT_DATE + 400, CURRENT_DATE + 400, c.capacity, (random() * (c.capacity - 0.51))::int,
                   2000 + (random() * 10000)::int, random() < 0.3, random() < 0.6, random() < 0.8, random() < 0.5,
                   CASE WHEN random() < 0.85 THEN 1 + ((random() * 2097150)::int & (random() * 2097150)::int) END,
                   CASE WHEN random() < 0.7 THEN CURRENT_DATE - (random() * 400)::int END, CASE WHEN random() < 0.1 THEN 2 + (random() * 6)::int END
            FROM generate_series(1, :n) n
            JOIN (SELECT code, x, y, row_number() OVER (ORDER BY code) - 1 AS place, count(*) OVER () AS places FROM apusilta.district) d ON d.place = (n::bigint * 7919) % d.places
            CROSS JOIN LATERAL (SELECT 1 + (n % 3) AS capacity) c""";

    private static final String BOOKABLE = """
            WITH kinds AS (
              SELECT code, sum(1.0 / place) OVER (ORDER BY place) / sum(1.0 / place) OVER () AS upto, (sum(1.0 / place) OVER (ORDER BY place) - 1.0 / place) / sum(1.0 / place) OVER () AS after
              FROM (SELECT code, row_number() OVER (ORDER BY code) AS place FROM apusilta.kind) k
            ), given AS (
              SELECT v.id, random() AS first, CASE WHEN random() < 0.28 THEN random() END AS second FROM apusilta.volunteer v
            ), pairs AS (
              SELECT g.id, k.code FROM given g JOIN kinds k ON g.first > k.after AND g.first <= k.upto
              UNION
              SELECT g.id, k.code FROM given g JOIN kinds k ON g.second > k.after AND g.second <= k.upto
            )
            INSERT INTO apusilta.bookable (kind_code, volunteer_id, x, y, max_distance_m, languages, slots, interests, gender, car, strength, pets_ok, smoke_ok, free,
                   capacity, last_ended_on, hours_limit, bookable_until, languages_a2, languages_b2, languages_c1, practises, avoids, born)
            SELECT p.code, v.id, v.x, v.y, v.max_distance_m, l.mask, v.slots, m.interests, v.gender, v.car, v.strength, v.pets_ok, v.smoke_ok, v.capacity - v.load,
                   v.capacity, v.last_ended_on, v.hours_limit, v.agreement_until, l.mask, l.mask & 7, l.mask & 3, m.practises, m.avoids, v.birth_year
            FROM pairs p JOIN apusilta.volunteer v ON v.id = p.id
            CROSS JOIN LATERAL (SELECT CASE WHEN v.x % 10 < 9 THEN 1 ELSE 0 END | CASE WHEN v.y % 7 = 0 THEN 2 ELSE 0 END | CASE WHEN v.x % 5 < 3 THEN 4 ELSE 0 END
                                     | CASE WHEN v.y % 13 = 0 THEN 8 ELSE 0 END | CASE WHEN v.x % 10 = 9 THEN 2 ELSE 0 END AS mask) l
            CROSS JOIN LATERAL (SELECT (1::bigint << abs(v.x % 28)) | (1::bigint << abs(v.y % 28)) | (1::bigint << abs((v.x + v.y) % 28)) AS interests,
                                       CASE WHEN v.x % 17 = 0 THEN 1 ELSE 0 END AS practises, CASE WHEN v.y % 11 = 0 THEN 1 << abs(v.x % 6) ELSE 0 END AS avoids) m
            ORDER BY p.code, v.x >> 10, v.y >> 10, v.id""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;

    InventedRegister(JdbcTemplate jdbc, TransactionTemplate transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    /** In the place of whoever was there. Keys and triggers do not look: the rows are right as they are made. */
    void fill(int people, double seed) {
        transaction.executeWithoutResult(tx -> {
            jdbc.execute("SET LOCAL session_replication_role = replica");
            jdbc.execute("SET LOCAL max_parallel_workers_per_gather = 0");
            jdbc.execute("TRUNCATE apusilta.bookable, apusilta.bookable_block");
            jdbc.execute("DELETE FROM apusilta.volunteer");
            jdbc.queryForList("SELECT setseed(" + seed + ")");
            jdbc.update(PEOPLE.replace(":n", String.valueOf(people)));
            jdbc.update(BOOKABLE);
            jdbc.update("INSERT INTO apusilta.bookable_block SELECT DISTINCT kind_code, west, south FROM apusilta.bookable ON CONFLICT DO NOTHING");
        });
        jdbc.execute("VACUUM ANALYZE apusilta.volunteer");
        jdbc.execute("VACUUM ANALYZE apusilta.bookable");
        jdbc.execute("VACUUM ANALYZE apusilta.bookable_block");
    }
}
