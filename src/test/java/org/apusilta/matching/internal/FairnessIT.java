package org.apusilta.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.matching.internal.Fairness.By;
import org.apusilta.volunteer.Registered;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Groups of people of its own; whoever else there is takes a break meanwhile. */
@ApusiltaTest
class FairnessIT {

    private static final String V = "UPDATE apusilta.volunteer SET ";

    @Autowired Fairness fairness;
    @Autowired Registered registered;
    @Autowired Asks asks;
    @Autowired JdbcTemplate jdbc;
    @Autowired TransactionTemplate transaction;

    @Test
    void whoIsNeverProposedAndWhyIsSaidByGroupAndNobodyCanBeWorkedOut() {
        transaction.executeWithoutResult(tx -> {
            tx.setRollbackOnly();
            jdbc.update(V + "status = 'PAUSED' WHERE status = 'ACTIVE'");
            people(12, "language = 'sv', insured_until = NULL");
            people(8, "language = 'sv', load = capacity");
            people(3, "language = 'sv', resting_until = DATE '2099-01-01'");
            people(9, "language = 'fi', insured_until = NULL");
            people(6, "language = 'fi', load = capacity");
            people(7, "language = 'en', insured_until = NULL");
            listed(people(20, "language = 'fi'"));

            var proposed = fairness.proposed(By.LANGUAGE);

            assertThat(proposed.whys()).containsExactly("PAPERS", "RESTING", "LOAD");
            var fi = proposed.never().get(1);
            assertThat(proposed.listed()).extracting(Fairness.Row::code, Fairness.Row::people).containsExactly(org.assertj.core.groups.Tuple.tuple("en", 7),
                    org.assertj.core.groups.Tuple.tuple("fi", 35), org.assertj.core.groups.Tuple.tuple("sv", 23));
            assertThat(proposed.listed().get(1).cells()).containsExactly(20, 15);
            assertThat(proposed.of(proposed.never().get(0), "PAPERS")).as("or the nine could, and so on to the three").isNull();
            assertThat(proposed.of(proposed.never().get(2), "PAPERS")).isEqualTo(12);
            assertThat(proposed.of(proposed.never().get(2), "RESTING")).as("three people").isNull();
            assertThat(proposed.of(proposed.never().get(2), "LOAD")).as("or they could be worked out").isNull();
            assertThat(proposed.of(fi, "LOAD")).as("or the eight could, from all who have no place left").isNull();
            assertThat(fairness.load(By.AGE)).singleElement().satisfies(all -> assertThat(all.cells()).containsExactly(51, 0, 14));
        });
    }

    private UUID[] people(int count, String with) {
        var ids = new UUID[count];
        for (int i = 0; i < count; i++) {
            ids[i] = registered.volunteer("Tasa", "ka");
            registered.change(ids[i], V + with);
        }
        return ids;
    }

    private void listed(UUID... ids) {
        var list = jdbc.queryForObject("INSERT INTO apusilta.candidate_list (case_id, made_at, weights_version) VALUES (?, ?, 1) RETURNING id", Long.class,
                UUID.randomUUID(), Timestamp.from(asks.today().atStartOfDay(Asks.HELSINKI).toInstant()));
        for (int i = 0; i < ids.length; i++) {
            jdbc.update("INSERT INTO apusilta.candidate_listed VALUES (?, ?, ?, 1)", list, ids[i], i + 1);
        }
    }
}
