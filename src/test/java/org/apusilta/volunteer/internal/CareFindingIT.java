package org.apusilta.volunteer.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.apusilta.relationship.Begun;
import org.apusilta.volunteer.CareKind;
import org.apusilta.volunteer.CareLog;
import org.apusilta.volunteer.Registered;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whom the morning round finds. In transactions that are undone: the register is everybody's. */
@ApusiltaTest
class CareFindingIT {

    private static final int ALL = 100_000;

    @Autowired CareFinding finding;
    @Autowired CareDue due;
    @Autowired CareLog log;
    @Autowired Certificates certificates;
    @Autowired Registered registered;
    @Autowired Begun begun;
    @Autowired JdbcClient database;
    @Autowired TransactionTemplate transaction;

    @Test
    void anAnniversaryIsFoundOnceAndNotYearsLater() {
        undone(() -> {
            var five = joined(due.today().minusYears(5).minusDays(3));
            var long_ago = joined(due.today().minusYears(5).minusDays(200));
            var soon = joined(due.today().minusYears(5).plusDays(1));
            finding.milestones(ALL);
            assertThat(found(five)).containsExactly("MILESTONE YEARS_5");
            assertThat(Stream.concat(found(long_ago).stream(), found(soon).stream())).isEmpty();
            assertThat(finding.milestones(ALL)).as("all are known").isZero();
        });
    }

    @Test
    void oneMorningBeginsNoMoreThanTheCityCanDo() {
        undone(() -> {
            finding.milestones(ALL);
            var three = Stream.generate(() -> joined(due.today().minusYears(3))).limit(3).toList();
            assertThat(List.of(finding.milestones(2), finding.milestones(2), finding.milestones(2))).containsExactly(2, 1, 0);
            assertThat(three).allSatisfy(one -> assertThat(found(one)).containsExactly("MILESTONE YEARS_3"));
        });
    }

    @Test
    void theFirstVisitAndTheHoursComeFromWhereVisitsAreKept() {
        undone(() -> {
            var support = begun.support();
            var id = database.sql("SELECT id FROM apusilta.support WHERE case_id = ?").param(support.caseId()).query(UUID.class).single();
            visit(id, due.today().minusDays(9), "NOT_DONE", null);
            finding.milestones(ALL);
            assertThat(found(support.volunteerId())).isEmpty();
            visit(id, due.today().minusDays(8), "DONE", 1_400);
            visit(id, due.today().minusDays(7), "DONE", 1_400);
            visit(id, due.today().minusDays(6), "DONE", 260);
            finding.milestones(ALL);
            assertThat(found(support.volunteerId())).containsExactlyInAnyOrder("MILESTONE FIRST_VISIT", "MILESTONE HOURS_50");
            var certificate = certificates.find(certificates.issue(support.volunteerId(), null, "coordinator")).orElseThrow();
            assertThat(certificate.visits()).isEqualTo(3);
            assertThat(certificate.minutes()).isEqualTo(51 * 60);
            assertThat(certificate.kinds()).isNotEmpty();
        });
    }

    @Test
    void whoHasLeftOrMournsIsSpared() {
        undone(() -> {
            var left = joined(due.today().minusYears(1));
            database.sql("UPDATE apusilta.volunteer SET status = 'LEFT' WHERE id = ?").param(left).update();
            var mourns = joined(due.today().minusYears(1));
            mourns(mourns, due.today());
            var again = joined(due.today().minusYears(1));
            mourns(again, due.today().minusDays(1));
            List.of(left, mourns, again).forEach(this::bornToday);
            finding.milestones(ALL);
            finding.birthdays();
            assertThat(found(left)).isEmpty();
            assertThat(found(mourns)).isEmpty();
            assertThat(found(again)).containsExactlyInAnyOrder("MILESTONE YEARS_1", "BIRTHDAY " + due.today().getYear());
            assertThat(finding.spared(left)).isTrue();
            assertThat(finding.spared(mourns)).isTrue();
            assertThat(finding.spared(again)).isFalse();
        });
    }

    @Test
    void silenceCountsFromTheLastOfTheFiveKinds() {
        undone(() -> {
            listeningSince(due.today().minusYears(3));
            var silent = joined(due.today().minusYears(2));
            var heard = joined(due.today().minusYears(2));
            log.note(heard, CareKind.RECREATION, due.today().minusMonths(2), "coordinator");
            var longAgo = joined(due.today().minusYears(2));
            log.note(longAgo, CareKind.THANKS, due.today().minusMonths(13), "coordinator");
            var organisations = joined(due.today().minusYears(2));
            database.sql("INSERT INTO apusilta.organisation (code, name) VALUES ('KOETUSYHDISTYS', 'Koetusyhdistys') ON CONFLICT DO NOTHING").update();
            database.sql("UPDATE apusilta.volunteer SET organisation = 'KOETUSYHDISTYS' WHERE id = ?").param(organisations).update();
            var rests = joined(due.today().minusYears(2));
            database.sql("UPDATE apusilta.volunteer SET resting_until = ? WHERE id = ?").params(due.today().plusDays(5), rests).update();
            finding.silent(ALL);
            assertThat(found(silent)).containsExactly("SILENCE " + due.today().minusYears(2));
            assertThat(found(longAgo)).containsExactly("SILENCE " + due.today().minusMonths(13));
            assertThat(Stream.of(heard, organisations, rests).flatMap(one -> found(one).stream())).isEmpty();
            finding.silent(ALL);
            assertThat(found(silent)).hasSize(1);
        });
    }

    @Test
    void nobodysSilenceIsOlderThanOurListening() {
        undone(() -> {
            listeningSince(due.today().minusMonths(3));
            var silent = joined(due.today().minusYears(9));
            finding.silent(ALL);
            assertThat(found(silent)).isEmpty();
        });
    }

    @Test
    void thePromiseOfAFirstTaskIsKeptOrSomebodyIsAsked() {
        undone(() -> {
            listeningSince(due.today().minusYears(1));
            var waits = joined(due.today().minusDays(40));
            var fresh = joined(due.today().minusDays(10));
            var before = joined(due.today().minusYears(2));
            var busy = joined(due.today().minusDays(40));
            database.sql("UPDATE apusilta.volunteer SET load = 1 WHERE id = ?").param(busy).update();
            var hasServed = joined(due.today().minusDays(40));
            database.sql("UPDATE apusilta.volunteer SET last_ended_on = ? WHERE id = ?").params(due.today().minusDays(2), hasServed).update();
            finding.withoutTask(ALL);
            assertThat(found(waits)).containsExactly("FIRST_TASK " + due.today().minusDays(40));
            assertThat(Stream.of(fresh, before, busy, hasServed).flatMap(one -> found(one).stream())).isEmpty();
        });
    }

    private UUID joined(LocalDate day) {
        var id = registered.volunteer("Merkki", "ne");
        database.sql("UPDATE apusilta.volunteer SET joined_on = ? WHERE id = ?").params(day, id).update();
        return id;
    }

    private void bornToday(UUID id) {
        database.sql("INSERT INTO apusilta.volunteer_birthday (volunteer_id, month, day, agreed_by, agreed_at) VALUES (?, ?, ?, 'coordinator', now())")
                .params(id, due.today().getMonthValue(), due.today().getDayOfMonth()).update();
    }

    private void mourns(UUID id, LocalDate until) {
        database.sql("INSERT INTO apusilta.volunteer_change (volunteer_id, what, until, said_by, said_at) VALUES (?, 'COOLS_OFF', ?, 'coordinator', now())").params(id, until).update();
    }

    private void listeningSince(LocalDate day) {
        database.sql("UPDATE apusilta.care_beginning SET day = ?").param(day).update();
    }

    private void visit(UUID support, LocalDate day, String answer, Integer minutes) {
        database.sql("INSERT INTO apusilta.visit (id, support_id, planned_on, answer, minutes, means, answered_at) VALUES (gen_random_uuid(), ?, ?, ?, ?, 'LINK', now())")
                .params(support, day, answer, minutes).update();
    }

    private List<String> found(UUID id) {
        return database.sql("SELECT reason || ' ' || occasion FROM apusilta.care_due WHERE volunteer_id = ? ORDER BY 1").param(id).query(String.class).list();
    }

    private void undone(Runnable look) {
        transaction.executeWithoutResult(tx -> {
            look.run();
            tx.setRollbackOnly();
        });
    }
}
