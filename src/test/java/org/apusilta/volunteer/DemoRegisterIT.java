package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.apusilta.ApusiltaTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

@ApusiltaTest
class DemoRegisterIT {

    @Autowired DemoRegister demo;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void theInventedPeopleAreAsHelsinkisVolunteersAre() {
        measured(1_500, 20_261L, () -> {
            assertThat(share("status = 'ACTIVE'")).isBetween(0.84, 0.89);
            assertThat(share("organisation IS NOT NULL")).isBetween(0.45, 0.55);
            assertThat(share("birth_year <= extract(year FROM current_date) - 64")).isBetween(0.60, 0.70);
            assertThat(share("id IN (SELECT volunteer_id FROM apusilta.volunteer_language WHERE code = 'sv' AND level >= 'B1')")).isBetween(0.25, 0.45);
            assertThat(share("id IN (SELECT volunteer_id FROM apusilta.volunteer_language WHERE code = 'fi' AND level >= 'B1')")).isBetween(0.90, 0.99);
            assertThat(share("slots IS NULL")).isBetween(0.05, 0.11);
        });
    }

    @Test
    void nobodyOfThemCanBeReached() {
        measured(300, 20_262L, () -> {
            assertThat(share("email IS NULL OR email LIKE '%.example'")).isOne();
            assertThat(share("phone LIKE '+358 000 %'")).isOne();
            assertThat(share("email ~ '^[a-z0-9.@-]+$' OR email IS NULL")).isOne();
        });
    }

    @Test
    void theSameSeedGivesTheSamePeople() {
        var names = new ArrayList<String>();
        for (int round = 0; round < 2; round++) {
            measured(50, 20_263L, () -> names.add(jdbc.queryForObject(
                    "SELECT string_agg(id || given_name || family_name || slots || district, ',' ORDER BY id) FROM apusilta.volunteer WHERE id NOT IN (SELECT id FROM others)",
                    String.class)));
        }
        assertThat(names.get(0)).isEqualTo(names.get(1));
    }

    @Test
    void everyKindOnOfferHasSomebodyWhoCanBeAskedForIt() {
        measured(2_000, 20_264L, () -> assertThat(jdbc.queryForList("""
                SELECT code FROM apusilta.kind k WHERE offered AND NOT EXISTS (SELECT 1 FROM apusilta.bookable b WHERE b.kind_code = k.code
                                                             AND b.volunteer_id NOT IN (SELECT id FROM others))
                """, String.class)).isEmpty());
    }

    /** In a transaction that is undone, and looking at the new people only: other tests have theirs in the same register. */
    private void measured(int count, long seed, Runnable look) {
        var told = new AtomicReference<>(0);
        transaction.executeWithoutResult(tx -> {
            jdbc.execute("CREATE TEMP TABLE others ON COMMIT DROP AS SELECT id FROM apusilta.volunteer");
            demo.fill(count, seed, told::set);
            look.run();
            tx.setRollbackOnly();
        });
        assertThat(told.get()).isEqualTo(count);
    }

    private double share(String condition) {
        return jdbc.queryForObject("SELECT avg(CASE WHEN " + condition + " THEN 1.0 ELSE 0 END) FROM apusilta.volunteer WHERE id NOT IN (SELECT id FROM others)", Double.class);
    }
}
