package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient;
import org.apusilta.relationship.Begun;
import org.apusilta.security.Access;
import org.apusilta.volunteer.internal.Merges;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/** Two entries of one person become one and two again: nothing is lost on either way. */
@ApusiltaTest
class MergeIT {

    @Autowired Merges merges;
    @Autowired Volunteers volunteers;
    @Autowired Registered registered;
    @Autowired Begun begun;
    @Autowired Messages messages;
    @Autowired JdbcClient jdbc;
    @Autowired MockMvc web;
    @Autowired TransactionTemplate transaction;

    @Test
    void everythingMovesAtOnceAndUndoingBringsBackExactlyWhatWas() {
        var into = registered.volunteer("Pysyvä", "yi");
        var from = helped("Poistuva", "he", false);
        jdbc.sql("DELETE FROM apusilta.volunteer_kind WHERE volunteer_id = ? AND kind_code = 'FRIEND_VISIT'").param(into).update();
        registered.change(into, "UPDATE apusilta.volunteer SET phone = NULL, load = 1");
        registered.change(from, "UPDATE apusilta.volunteer SET phone = '+358 50 777 8888'");
        proofs(into);
        proofs(from);
        var before = everything(from, into);

        var preview = merges.preview(from, into);
        assertThat(preview.obstacle()).isNull();
        assertThat(preview.rows()).containsKeys("city_agreement", "background_check", "training_completion", "training_signup", "training_need", "insured_period", "volunteer_kind", "volunteer_language", "offer", "support", "agreement_version", "message", "volunteer_consent");
        assertThat(preview.filled()).containsEntry("phone", "+358 50 777 8888");
        assertThat(everything(from, into)).as("a look moves nothing").isEqualTo(before);

        var merge = merges.merge(from, into, "lead");
        assertThat(volunteers.contact(from).orElseThrow().name()).as("the old id leads to who stays").isEqualTo("Pysyvä Vesala");
        assertThat(volunteers.contact(into).orElseThrow().phone()).isEqualTo("+358 50 777 8888");
        assertThat(volunteers.hasLeft(from)).isFalse();
        assertThat(jdbc.sql("SELECT code FROM apusilta.volunteer_language WHERE volunteer_id = ? ORDER BY 1").param(into).query(String.class).list()).containsExactly("he", "yi");
        for (var table : List.of("offer", "support", "agreement_version", "volunteer_consent")) {
            assertThat(jdbc.sql("SELECT count(*) FROM apusilta." + table + " WHERE volunteer_id = ?").param(from).query(Integer.class).single()).as(table).isZero();
        }
        for (var table : List.of("city_agreement", "background_check", "training_completion", "training_signup", "training_need")) {
            assertThat(jdbc.sql("SELECT count(*) FROM apusilta." + table + " WHERE person_id = ?").param(from).query(Integer.class).single()).as(table).isZero();
            assertThat(jdbc.sql("SELECT count(*) FROM apusilta." + table + " WHERE person_id = ?").param(into).query(Integer.class).single()).as(table).isEqualTo(2);
        }
        assertThat(registered.load(into)).isEqualTo(2);
        assertThat(messages.of(into)).hasSize(1);
        assertThat(jdbc.sql("SELECT count(*) FROM apusilta.bookable WHERE volunteer_id = ?").param(from).query(Integer.class).single()).isZero();
        assertThatThrownBy(() -> merges.merge(from, into, "lead")).isInstanceOf(Merges.Refused.class).hasMessage("MERGED");

        merges.undo(merge, "lead");
        assertThat(everything(from, into)).isEqualTo(before);
        assertThat(volunteers.contact(from).orElseThrow().name()).isEqualTo("Poistuva Vesala");
        assertThatThrownBy(() -> merges.undo(merge, "lead")).isInstanceOf(java.util.NoSuchElementException.class);
        assertThat(jdbc.sql("SELECT changed_by FROM apusilta.volunteer_history WHERE volunteer_id = ? AND field = 'merged_into' ORDER BY id").param(from).query(String.class).list())
                .containsExactly("lead", "lead");
    }

    /** Ids that are nobody of the register: of a code, a form sent, a piece, a message, a case, a visit. And a round's proof, whose numbers stay as they were solved. */
    private static final java.util.Set<String> NOBODY = java.util.Set.of("account.code", "application.sending", "border_piece.occasion", "bulk_recipient.message_id", "case_reopening.new_case",
            "case_reopening.old_case", "round.volunteer_ids", "site_attendance.visit_id");

    /**
     * Whoever adds a table with a volunteer's id finds out here whether a merge takes it along: a column that holds ids is followed by
     * merges, points to another table of ours, or is named above as nobody's. A {@code case_id} is a case's; the steps of processes that are
     * over stay under the id they had (ADR 17).
     */
    @Test
    void noPlaceWithAVolunteersIdIsForgotten() {
        var open = jdbc.sql("""
                SELECT c.relname || '.' || a.attname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace AND n.nspname = 'apusilta'
                JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
                WHERE c.relkind = 'r' AND a.atttypid IN ('uuid'::regtype, 'uuid[]'::regtype) AND a.attname NOT IN ('id', 'case_id')
                  AND c.relname NOT IN ('volunteer', 'volunteer_history', 'volunteer_look', 'volunteer_merge', 'volunteer_merge_moved', 'bookable')
                  AND NOT EXISTS (SELECT 1 FROM pg_constraint f WHERE f.conrelid = c.oid AND f.contype = 'f' AND f.confrelid <> 'apusilta.volunteer'::regclass AND a.attnum = ANY (f.conkey))
                ORDER BY 1""").query(String.class).list();
        assertThat(open).contains("city_agreement.person_id", "background_check.person_id", "training_completion.person_id", "training_signup.person_id", "training_need.person_id", "offer.volunteer_id");
        var forgotten = new java.util.TreeSet<>(open);
        forgotten.removeAll(merges.followed());
        assertThat(forgotten).as("columns with ids that merges do not follow").isEqualTo(new java.util.TreeSet<>(NOBODY));
    }

    @Test
    void whatCameSinceStaysWithTheEntryItCameTo() {
        var into = registered.volunteer("Myöhempi", "yi");
        var from = registered.volunteer("Aiempi", "he");
        registered.change(into, "UPDATE apusilta.volunteer SET email = NULL");
        var merge = merges.merge(from, into, "lead");
        registered.change(into, "UPDATE apusilta.volunteer SET email = 'uusi@postia.example'");
        jdbc.sql("INSERT INTO apusilta.volunteer_interest VALUES (?, 'CHESS')").param(into).update();
        merges.undo(merge, "lead");
        assertThat(volunteers.contact(into).orElseThrow().email()).isEqualTo("uusi@postia.example");
        assertThat(jdbc.sql("SELECT volunteer_id FROM apusilta.volunteer_interest WHERE code = 'CHESS' AND volunteer_id IN (?, ?)").params(into, from).query(UUID.class).list()).containsExactly(into);
    }

    @Test
    void chainsAreFollowedAndUndoneFromTheirEnd() throws Exception {
        var a = registered.volunteer("Ketjua", "yi");
        var b = registered.volunteer("Ketjub", "yi");
        var c = registered.volunteer("Ketjuc", "yi");
        var first = merges.merge(a, b, "lead");
        var second = merges.merge(b, c, "lead");
        assertThat(merges.current(a)).isEqualTo(c);
        web.perform(get("/volunteers/{id}", a).with(user("lead").roles("LEAD"))).andExpect(redirectedUrl("/volunteers/" + c));
        web.perform(get("/volunteers/{id}", c).with(user("lead").roles("LEAD"))).andExpect(content().string(containsString("Ketjub Vesala")));
        assertThatThrownBy(() -> merges.undo(first, "lead")).hasMessage("MERGED");
        merges.undo(second, "lead");
        merges.undo(first, "lead");
        assertThat(merges.current(a)).isEqualTo(a);
        assertThatThrownBy(() -> merges.merge(a, a, "lead")).hasMessage("SAME");
    }

    @Test
    void twoWhoMergeTheSamePairAtOnceMergeItOnce() throws Exception {
        var one = registered.volunteer("Yhtaikaa", "yi");
        var other = registered.volunteer("Samaten", "yi");
        var barrier = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            Callable<Boolean> there = () -> tried(barrier, one, other);
            Callable<Boolean> back = () -> tried(barrier, other, one);
            var results = pool.invokeAll(List.of(there, back));
            assertThat(List.of(results.get(0).get(), results.get(1).get())).containsExactlyInAnyOrder(true, false);
        } finally {
            pool.shutdown();
        }
    }

    private boolean tried(CyclicBarrier barrier, UUID from, UUID into) throws Exception {
        barrier.await();
        try {
            merges.merge(from, into, "lead");
            return true;
        } catch (Merges.Refused late) {
            return false;
        }
    }

    @Test
    void whoHelpsDoesNotVanishBehindSomebodyWhoHasLeft() {
        var helping = registered.volunteer("Auttaa", "yi");
        var gone = registered.volunteer("Lähtenyt", "yi");
        registered.change(gone, "UPDATE apusilta.volunteer SET status = 'LEFT', left_on = current_date");
        assertThatThrownBy(() -> merges.merge(helping, gone, "lead")).hasMessage("WAY");
        assertThat(merges.preview(gone, helping).obstacle()).isNull();
    }

    @Test
    void whoHasSomethingRunningStaysAndNobodyElsesPeopleAreMerged() throws Exception {
        var into = registered.volunteer("Vapaa", "yi");
        var from = helped("Varattu", "he", true);
        assertThat(merges.preview(from, into).obstacle()).isEqualTo("RUNNING");
        assertThatThrownBy(() -> merges.merge(from, into, "lead")).hasMessage("RUNNING");
        assertThat(merges.preview(into, from).obstacle()).as("the other way round").isNull();
        registered.change(into, "UPDATE apusilta.volunteer SET district = '101'");
        web.perform(get("/volunteers/{id}/merge/{other}", from, into).with(user("coordinator-east").roles("COORDINATOR"))).andExpect(status().isForbidden());
        web.perform(post("/volunteers/{id}/merge/{other}", from, into).with(csrf()).with(user("coordinator-east").roles("COORDINATOR"))).andExpect(status().isForbidden());
        for (var language : List.of("fi", "sv", "en")) {
            web.perform(get("/volunteers/{id}/merge/{other}", from, into).locale(java.util.Locale.forLanguageTag(language)).with(user("lead").roles("LEAD"))).andExpect(status().isOk())
                    .andExpect(content().string(not(containsString("register.")))).andExpect(content().string(not(containsString("??"))));
        }
    }

    @Test
    void pairsAreProposedByMailPhoneAndName() {
        var one = registered.volunteer("Annikki", "yi");
        var other = registered.volunteer("Annikkki", "yi");
        registered.change(one, "UPDATE apusilta.volunteer SET family_name = 'Kaksikko', email = 'a1@postia.example', phone = '1'");
        registered.change(other, "UPDATE apusilta.volunteer SET family_name = 'Kaksikko', email = 'a2@postia.example', phone = '2'");
        transaction.executeWithoutResult(tx -> {
            // other tests' volunteers all have one phone number
            jdbc.sql("UPDATE apusilta.volunteer SET phone = NULL, email = NULL WHERE id NOT IN (:both)").param("both", List.of(one, other)).update();
            assertThat(merges.candidates(Access.ALL_DISTRICTS, 5_000)).filteredOn(pair -> List.of(one, other).contains(pair.one()) && List.of(one, other).contains(pair.other()))
                    .extracting(Merges.Pair::sign).containsExactly("NAME");
            jdbc.sql("UPDATE apusilta.volunteer SET email = 'Sama@postia.example' WHERE id IN (:both)").param("both", List.of(one, other)).update();
            assertThat(merges.candidates(Access.ALL_DISTRICTS, 5_000).get(0).sign()).isEqualTo("EMAIL");
            tx.setRollbackOnly();
        });
    }

    /** What a volunteer must have, with the same number and other days for each. */
    private void proofs(UUID id) {
        int day = Math.floorMod(id.hashCode(), 300);
        jdbc.sql("INSERT INTO apusilta.city_agreement (id, person_id, number, template_id, language, text, drafted_at, asked_at, confirmed_at, means, recorded_by, valid_from, valid_until) SELECT gen_random_uuid(), ?, 1, id, 'fi', 'x', now(), now(), now(), 'PAPER', 'coordinator', current_date - 400, current_date + 300 FROM apusilta.city_agreement_template ORDER BY valid_from LIMIT 1")
                .param(id).update();
        jdbc.sql("INSERT INTO apusilta.background_check (id, person_id, instance_id, opened_at, closed_at) VALUES (gen_random_uuid(), ?, gen_random_uuid()::text, now(), now())").param(id).update();
        jdbc.sql("INSERT INTO apusilta.training_completion (person_id, training_code, done_on, how, recorded_at) VALUES (?, 'BASICS', current_date - 400 + cast(? AS integer), 'LINK', now())").params(id, day).update();
        jdbc.sql("INSERT INTO apusilta.training_need (id, person_id, instance_id, opened_at, closed_at) VALUES (gen_random_uuid(), ?, '-', now(), now())").param(id).update();
        var session = UUID.randomUUID();
        jdbc.sql("INSERT INTO apusilta.training_session (id, training_code, mode, starts_at, ends_at, place, district, language, seats, created_by, created_at, held_at) VALUES (?, 'BASICS', 'LIVE', now() - interval '9 days', now() - interval '9 days' + interval '2 hours', 'Stoa', '703', 'fi', 5, 'coordinator', now(), now())")
                .param(session).update();
        jdbc.sql("INSERT INTO apusilta.training_signup (id, session_id, person_id, state, means, signed_at, changed_at) VALUES (gen_random_uuid(), ?, ?, 'ATTENDED', 'LINK', now(), now())").params(session, id).update();
        jdbc.sql("INSERT INTO apusilta.insured_period (volunteer_id, from_day, until_day) VALUES (?, current_date - 900, current_date - 800)").param(id).update();
    }

    /** A volunteer with what several modules keep: a support with its offer and messages, an agreement, a site. @param running whether the support goes on */
    private UUID helped(String name, String language, boolean running) {
        var support = begun.support();
        var id = support.volunteerId();
        registered.change(id, "UPDATE apusilta.volunteer SET given_name = '" + name + "'");
        registered.change(id, "UPDATE apusilta.volunteer_language SET code = '" + language + "'");
        jdbc.sql("INSERT INTO apusilta.agreement_version (id, case_id, number, volunteer_id, language, task, help, excluded, instance_id, drafted_at) VALUES (gen_random_uuid(), ?, 1, ?, 'fi', 'a', 'b', 'c', '-', now())")
                .params(support.caseId(), id).update();
        jdbc.sql("INSERT INTO apusilta.volunteer_interest VALUES (?, 'MUSIC')").param(id).update();
        jdbc.sql("INSERT INTO apusilta.volunteer_consent VALUES (?, 'EMAIL', true, 'VOLUNTEER', now())").param(id).update();
        messages.send(new Messages.Draft(id, new Recipient(Recipient.Role.VOLUNTEER, name, "p@postia.example", null, "fi"), "register-message", Map.of("words", "Hei"), null));
        if (!running) {
            jdbc.sql("UPDATE apusilta.support SET ended_at = now(), end_reason = 'GOAL_MET' WHERE case_id = ?").param(support.caseId()).update();
            jdbc.sql("UPDATE apusilta.help_request SET outcome = 'ENDED', closed_at = now() WHERE id = ?").param(support.caseId()).update();
        }
        return id;
    }

    /** Every row of every table that names one of the two, but for the history and the record of merges, which are only added to, and the version. */
    private Map<String, List<String>> everything(UUID from, UUID into) {
        var all = new TreeMap<String, List<String>>();
        for (var table : jdbc.sql("SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'apusilta' AND c.relkind = 'r' AND c.relname NOT IN ('volunteer_history', 'volunteer_merge', 'volunteer_merge_moved')")
                .query(String.class).list()) {
            var rows = jdbc.sql("SELECT (to_jsonb(t) - 'version')::text FROM apusilta." + table + " t WHERE to_jsonb(t)::text LIKE :from OR to_jsonb(t)::text LIKE :into ORDER BY 1")
                    .param("from", "%" + from + "%").param("into", "%" + into + "%").query(String.class).list();
            if (!rows.isEmpty()) {
                all.put(table, rows);
            }
        }
        return all;
    }
}
