package org.apusilta.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.matching.internal.Ask.Relaxed;
import org.apusilta.volunteer.DemoRegister;
import org.apusilta.volunteer.Vocabulary;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ApusiltaTest
class RankingIT {

    private static final int PEOPLE = 600;
    private static final int ASKS = 200;
    private static final long SEED = 70_001L;

    @Autowired Ranking ranking;
    @Autowired Asks asks;
    @Autowired DemoRegister demo;
    @Autowired Catalogue catalogue;
    @Autowired Vocabulary vocabulary;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired WeightTable weights;
    @Autowired Pairs pairs;
    @Autowired org.springframework.context.ApplicationEventPublisher rebuilt;

    private final Random random = new Random(SEED);

    @Test
    void sqlAndPlainJavaFindTheSamePeopleWithTheSameScores() {
        transaction.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            demo.fill(PEOPLE, SEED, done -> {});
            var today = asks.today();
            wishesAndAversions();
            var cases = earlierOffers();
            rivals();
            awayAndBounded(today);
            var oracle = new Oracle(jdbc, catalogue, vocabulary, today);
            var columns = Columns.load(jdbc);
            int found = 0;
            int contested = 0;
            for (int i = 0; i < ASKS; i++) {
                var ask = ask(today, cases);
                var best = ranking.best(ask, 10);
                assertThat(best.stream().map(one -> new Oracle.Result(one.volunteerId(), one.score())).toList())
                        .as("ask %d of seed %d: %s", i, SEED, ask).isEqualTo(oracle.best(ask, 10));
                for (var crowd : Crowd.values()) {
                    assertThat(ranking.best(ask, 10, crowd)).as("ask %d of seed %d, looked for as if %s gave this help", i, SEED, crowd).isEqualTo(best);
                }
                assertThat(ranking.relaxations(ask)).as("ask %d of seed %d", i, SEED)
                        .containsEntry("DISTANCE", more(oracle, ask, new Relaxed(true, ask.relaxed().times(), ask.relaxed().language(), ask.relaxed().gender())))
                        .containsEntry("TIMES", more(oracle, ask, new Relaxed(ask.relaxed().distance(), true, ask.relaxed().language(), ask.relaxed().gender())))
                        .containsEntry("LANGUAGE", more(oracle, ask, new Relaxed(ask.relaxed().distance(), ask.relaxed().times(), true, ask.relaxed().gender())))
                        .containsEntry("GENDER", more(oracle, ask, new Relaxed(ask.relaxed().distance(), ask.relaxed().times(), ask.relaxed().language(), true)));
                inMemory(columns, ask, i);
                found += best.size();
                contested += (int) best.stream().filter(one -> one.competition() > 0).count();
            }
            assertThat(found).as("the comparison is about somebody").isGreaterThan(ASKS);
            assertThat(contested).as("and about rivals too").isPositive();
        });
    }

    @Test
    void theDatabaseDoesNotCompileStatements() {
        assertThat(jdbc.queryForObject("SHOW jit", String.class)).isEqualTo("off");
    }

    /** Many at once are chosen from memory: the same people, the same points, but for what other requests take off. */
    private void inMemory(Columns columns, Ask ask, int i) {
        var here = new java.util.HashMap<UUID, Scored>();
        columns.allowed(ask, (row, points) -> {
            var scored = columns.scored(ask, row);
            assertThat(scored.score()).isEqualTo(points);
            here.put(scored.volunteerId(), scored);
        });
        var there = ranking.best(ask, PEOPLE);
        assertThat(here.keySet()).as("ask %d of seed %d: %s", i, SEED, ask).containsExactlyInAnyOrderElementsOf(there.stream().map(Scored::volunteerId).toList());
        assertThat(there).as("ask %d of seed %d: %s", i, SEED, ask).allSatisfy(one -> assertThat(here.get(one.volunteerId())).usingRecursiveComparison()
                .ignoringFields("competition", "rivalDays", "score").isEqualTo(one));
        assertThat(there).allSatisfy(one -> assertThat(here.get(one.volunteerId()).score()).isEqualTo(one.score() + one.competition()));
        assertThat(columns.keptAway(ask)).as("who is kept away by one rule comes when that is relaxed")
                .satisfies(away -> ranking.relaxations(ask).forEach((rule, more) -> assertThat(away.getOrDefault(Columns.Rule.valueOf(rule), 0)).as(rule).isEqualTo(more)));
    }

    private static int more(Oracle oracle, Ask ask, Relaxed relaxed) {
        return oracle.found(ask, relaxed) - oracle.found(ask, ask.relaxed());
    }

    private void wishesAndAversions() {
        jdbc.update("INSERT INTO apusilta.volunteer_practice SELECT id, CASE WHEN random() < 0.7 THEN 'fi' ELSE 'ru' END FROM apusilta.volunteer WHERE random() < 0.3 ON CONFLICT DO NOTHING");
        jdbc.update("INSERT INTO apusilta.volunteer_avoid SELECT id, code FROM apusilta.volunteer, unnest(ARRAY['CAT', 'DOG', 'SCENT']) AS code WHERE random() < 0.1 ON CONFLICT DO NOTHING");
        jdbc.update("UPDATE apusilta.volunteer SET birth_year = 2009 WHERE random() < 0.05");
        rebuilt.publishEvent(new org.apusilta.volunteer.RegisterFilled());
    }

    private List<UUID> earlierOffers() {
        var volunteers = jdbc.queryForList("SELECT id FROM apusilta.volunteer ORDER BY random() LIMIT 300", UUID.class);
        var cases = new ArrayList<UUID>();
        for (var volunteer : volunteers) {
            if (cases.size() < 5 || chance(10)) {
                cases.add(new UUID(random.nextLong(), random.nextLong()));
            }
            jdbc.update("INSERT INTO apusilta.offer (id, case_id, volunteer_id, instance_id, state, made_at, expires_at) VALUES (gen_random_uuid(), ?, ?, 'x', ?, now(), now())",
                    cases.get(random.nextInt(cases.size())), volunteer, chance(50) ? "DECLINED" : "EXPIRED");
        }
        return cases;
    }

    private void rivals() {
        for (int i = 0; i < 40; i++) {
            var rival = UUID.randomUUID();
            jdbc.update("INSERT INTO apusilta.search (case_id, waiting_since, open) VALUES (?, now() - make_interval(days => ?), ?)",
                    rival, random.nextInt(60), chance(85));
            jdbc.update("INSERT INTO apusilta.shortlisted SELECT ?, id, ? FROM apusilta.volunteer WHERE status = 'ACTIVE' ORDER BY random() LIMIT 60",
                    rival, 20_000 + random.nextInt(80_000));
        }
    }

    /** Some cannot come on some days, some give few hours a week. */
    private void awayAndBounded(LocalDate today) {
        jdbc.update("INSERT INTO apusilta.block_out SELECT gen_random_uuid(), id, ?::date + n, ?::date + n + 9, 'VOLUNTEER', now()"
                + " FROM (SELECT id, (random() * 15)::int AS n FROM apusilta.volunteer ORDER BY random() LIMIT 500) people", today, today);
        jdbc.update("UPDATE apusilta.volunteer SET hours_limit = 1 + (random() * 4)::int WHERE random() < 0.3");
        jdbc.update("UPDATE apusilta.bookable b SET hours_limit = v.hours_limit FROM apusilta.volunteer v WHERE v.id = b.volunteer_id");
    }

    private Ask ask(LocalDate today, List<UUID> cases) {
        var kinds = catalogue.kinds();
        var wanted = new ArrayList<>(Set.of(kinds.get(random.nextInt(kinds.size())).code()));
        var second = kinds.get(random.nextInt(kinds.size())).code();
        if (chance(15) && !wanted.contains(second)) {
            wanted.add(second);
        }
        var district = catalogue.districts().get(random.nextInt(catalogue.districts().size()));
        var languages = chance(70) ? List.of("fi") : chance(50) ? List.of("sv", "fi") : List.of("ru", "en");
        var of = Set.copyOf(List.of(cases.get(random.nextInt(cases.size())), cases.get(random.nextInt(2))));
        var known = people(10);
        var besides = new Ask.Besides(Ask.Level.values()[chance(60) ? 1 : random.nextInt(4)], chance(70) ? 0 : random.nextInt(64),
                chance(70) ? 0 : vocabulary.languages(List.of("fi")), chance(50), chance(50) ? today.getYear() - 19 : Integer.MAX_VALUE, pairs.of(of, List.of()).asked(), people(3), known);
        return new Ask(UUID.randomUUID(), wanted, district.x() + random.nextInt(900), district.y() - random.nextInt(900),
                chance(25) ? 0 : random.nextInt(1 << 21) & random.nextInt(1 << 21), vocabulary.languages(languages), vocabulary.languages(List.of(languages.get(0))),
                chance(30) ? 0 : random.nextLong() & random.nextLong() & (1L << 28) - 1, chance(75) ? null : chance(50) ? "F" : "M", chance(15), chance(10),
                chance(10), chance(10), besides, of,
                new Relaxed(chance(10), chance(10), chance(10), chance(10)), random.nextInt(40), today,
                today.plusDays(random.nextInt(20)), chance(40) ? 0 : 1 + random.nextInt(4), chance(60) ? weights.on(today) : anyWeights());
    }

    private Set<UUID> people(int percent) {
        return chance(50) ? Set.of() : Set.copyOf(jdbc.queryForList("SELECT id FROM apusilta.volunteer WHERE random() < ?", UUID.class, percent / 100.0));
    }

    private Weights anyWeights() {
        return new Weights(7, random.nextInt(60_000), random.nextInt(60_000), random.nextInt(60_000), random.nextInt(60_000), random.nextInt(60_000),
                random.nextInt(60_000), random.nextInt(60_000), random.nextInt(60_000), 100 + random.nextInt(30_000), 1 + random.nextInt(9), 1 + random.nextInt(900),
                random.nextInt(9000), random.nextInt(50_000));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
