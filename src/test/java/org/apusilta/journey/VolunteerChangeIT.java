package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.apusilta.relationship.internal.VisitPlan;
import org.apusilta.request.HelpRequests.DeathToldBy;
import org.apusilta.volunteer.Registered;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.Volunteers.Reason;
import org.apusilta.volunteer.internal.Availability;
import org.apusilta.volunteer.internal.VolunteerChanges;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What follows when a volunteer rests, comes back, wishes otherwise or leaves, in the drawing and in every case they have in hand. */
@ApusiltaTest
class VolunteerChangeIT {

    @Autowired Journey walk;
    @Autowired Volunteers volunteers;
    @Autowired VolunteerChanges changes;
    @Autowired Messages messages;
    @Autowired Registered registered;
    @Autowired VisitPlan plan;
    @Autowired Availability availability;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void aRestPausesWhatRunsIsConfirmedByMailAndEndsByItself() {
        var id = walk.supported();
        var volunteer = servingIn(id);
        walk.database.sql("update apusilta.volunteer set language = 'fi' where id = ?").param(volunteer).update();   // a day is written otherwise in Swedish
        var until = day().plusDays(10);
        walk.answer("tell-us-volunteer", id, walk.supports.of(id).orElseThrow().id(), Map.of("what", "rest", "until", until.toString()));
        walk.runJobs(volunteer);
        assertThat(mails(volunteer)).containsExactly("volunteer-rests");
        assertThat(paused(id)).as(String.valueOf(walk.database.sql("select * from apusilta.volunteer_notice where case_id = ?").param(id).query().listOfRows())
                + walk.database.sql("select p.* from apusilta.support_pause p join apusilta.support s on s.id = p.support_id where s.case_id = ?").param(id).query().listOfRows()).isOne();
        assertThat(messages.of(volunteer).get(0).body()).contains(until.getDayOfMonth() + "." + until.getMonthValue() + "." + until.getYear());

        walk.timePassesUntil(volunteer, "returnDue");
        assertThat(day()).isEqualTo(until.plusDays(1));
        assertThat(mails(volunteer)).containsExactly("volunteer-rests", "volunteer-returns");
        assertThat(said(volunteer)).containsExactly("PAUSES", "RETURNS");
        assertThat(volunteers.restingUntil(volunteer)).isEmpty();
        assertThat(walk.instances(volunteer)).isEmpty();
    }

    @Test
    void anotherDayTakesThePlaceOfTheFirstAndComingBackEarlyEndsThePauses() {
        var id = walk.supported();
        var volunteer = servingIn(id);
        volunteers.pause(volunteer, day().plusDays(5), Reason.TIME, null, Volunteers.THEMSELVES);
        walk.runJobs(volunteer);
        volunteers.pause(volunteer, day().plusDays(40), Reason.HEALTH, "Toipumassa.", "coordinator");
        walk.runJobs(volunteer);
        walk.runJobs(id);
        assertThat(walk.instances(volunteer)).as("one rest is waited for").hasSize(1);
        assertThat(paused(id)).isOne();

        assertThat(volunteers.comeBack(volunteer, Volunteers.THEMSELVES)).isTrue();
        walk.runJobs(volunteer);
        walk.runJobs(id);
        assertThat(paused(id)).as("what was paused for the rest goes on").isZero();
        assertThat(mails(volunteer)).containsExactly("volunteer-rests", "volunteer-rests", "volunteer-returns");
        assertThat(walk.instances(volunteer)).isEmpty();
        assertThat(volunteers.comeBack(volunteer, Volunteers.THEMSELVES)).as("no rest, no return").isFalse();
    }

    /** A click too many: the pause's own steps have not even begun. */
    @Test
    void whoIsBackAtOnceIsNotHeldUpByAPauseThatHasHardlyBegun() {
        var id = walk.supported();
        var volunteer = servingIn(id);
        volunteers.pause(volunteer, day().plusDays(30), Volunteers.THEMSELVES);
        volunteers.comeBack(volunteer, Volunteers.THEMSELVES);
        walk.runJobs(id);
        assertThat(walk.database.sql("select paused_until from apusilta.support_pause p join apusilta.support s on s.id = p.support_id where s.case_id = ?").param(id)
                .query(LocalDate.class).list()).allMatch(until -> !until.isAfter(day()));
        walk.timePassesUntil(id, "pauseOver");
        assertThat(paused(id)).isZero();
    }

    @Test
    void whoLeavesWhileRestingHearsNoWelcomeBack() {
        var volunteer = registered.volunteer("Aino", "yi");
        volunteers.pause(volunteer, day().plusDays(5), Volunteers.THEMSELVES);
        volunteers.leave(volunteer, Volunteers.THEMSELVES);
        walk.runJobs(volunteer);
        assertThat(mails(volunteer)).as("the rest was overtaken before it was confirmed").containsExactly("volunteer-farewell");
        ClockUtil.setCurrentTime(java.util.Date.from(day().plusDays(7).atTime(12, 0).atZone(ZoneId.of("Europe/Helsinki")).toInstant()));
        walk.runJobs(volunteer);
        assertThat(mails(volunteer)).containsExactly("volunteer-farewell");
        assertThat(walk.instances(volunteer)).isEmpty();
    }

    @Test
    void theQuietTimeAfterSomethingHardIsNotTheirsToShorten() {
        var volunteer = registered.volunteer("Aino", "yi");
        var quiet = day().plusDays(20);
        volunteers.coolOff(volunteer, quiet, "-");
        assertThat(volunteers.comeBack(volunteer, Volunteers.THEMSELVES)).isFalse();
        volunteers.pause(volunteer, day().plusDays(3), Volunteers.THEMSELVES);
        assertThat(volunteers.restingUntil(volunteer)).as("a shorter break does not shorten it").contains(quiet);
        walk.runJobs(volunteer);
        walk.timePassesUntil(volunteer, "returnDue");
        assertThat(mails(volunteer)).as("nobody says welcome back into the quiet time").containsExactly("volunteer-rests");
        assertThat(volunteers.comeBack(volunteer, "coordinator")).as("a coordinator may").isTrue();
        assertThat(volunteers.restingUntil(volunteer)).isEmpty();
        walk.runJobs(volunteer);
    }

    @Test
    void wishesAreLookedAtByAPersonAndAnswered() {
        var volunteer = registered.volunteer("Aino", "yi");
        assertThat(changes.wish(volunteer, List.of(), "x", Volunteers.THEMSELVES)).isFalse();
        assertThat(changes.wish(volunteer, List.of("NO_SUCH_KIND"), null, Volunteers.THEMSELVES)).isFalse();
        assertThat(changes.wish(volunteer, changes.kindsOf(volunteer), null, Volunteers.THEMSELVES)).as("nothing new").isFalse();

        changes.wish(volunteer, List.of("FRIEND_VISIT"), "Vain juttelua.", Volunteers.THEMSELVES);
        assertThat(changes.kindsOf(volunteer)).as("nothing before a person has looked").hasSizeGreaterThan(1);
        walk.complete(volunteer, "reviewWishes", "wishOutcome", "ADOPTED");
        assertThat(changes.kindsOf(volunteer)).containsExactly("FRIEND_VISIT");
        changes.wish(volunteer, List.of("FRIEND_VISIT", "SHOPPING_HELP"), null, "coordinator");
        walk.complete(volunteer, "reviewWishes", "wishOutcome", "TALKED");
        changes.wish(volunteer, List.of("FRIEND_VISIT", "SHOPPING_HELP"), null, "coordinator");
        walk.complete(volunteer, "reviewWishes", "wishOutcome", "NOT_NOW");
        assertThat(changes.kindsOf(volunteer)).containsExactly("FRIEND_VISIT");
        assertThat(messages.of(volunteer)).extracting(Messages.Sent::template).containsExactly("volunteer-wishes", "volunteer-wishes", "volunteer-wishes");
        assertThat(messages.of(volunteer)).extracting(Messages.Sent::body).doesNotHaveDuplicates();
        walk.engineKnowsNothingOf(List.of("Vain juttelua"));
    }

    @Test
    void whoLeavesIsLetGoOfInEveryCaseAndThankedAndTheirDataHasADay() {
        var id = walk.supported();
        var volunteer = servingIn(id);
        volunteers.leave(volunteer, Reason.LIFE, "Muutan lasten luo.", Volunteers.THEMSELVES);
        assertThat(walk.requests.next(id)).as("each case hears it with the leaving itself").isEmpty();
        walk.runJobs(id);
        assertThat(walk.requests.next(id)).isPresent();
        walk.runJobs(volunteer);
        assertThat(mails(volunteer)).containsExactly("volunteer-farewell");
        assertThat(eraseOn(volunteer)).isEqualTo(day().plusYears(2));
        walk.timePassesUntil(volunteer, "casesLetGoDue");
        assertThat(walk.instances(volunteer)).as("left well").isEmpty();
        assertThat(volunteers.leave(volunteer, "coordinator")).as("once is enough").isFalse();
        assertThat(said(volunteer)).containsExactly("LEAVES");
    }

    /** The client died: nobody's machine says thank you and farewell. */
    @Test
    void afterADeathAPersonSaysGoodbye() {
        var id = walk.supported();
        var volunteer = servingIn(id);
        walk.requests.clientDied(id, DeathToldBy.OTHER, "coordinator");
        volunteers.leave(volunteer, Volunteers.THEMSELVES);
        walk.runJobs(id);
        walk.runJobs(volunteer);
        walk.complete(volunteer, "sayGoodbye", "goodbyeOutcome", "TALKED");
        assertThat(mails(volunteer)).isEmpty();
        assertThat(eraseOn(volunteer)).isEqualTo(day().plusYears(2));
    }

    @Test
    void whoSaysThatSomethingHardHappenedIsCalledToo() {
        var volunteer = registered.volunteer("Aino", "yi");
        volunteers.leave(volunteer, Reason.HARD, null, Volunteers.THEMSELVES);
        walk.runJobs(volunteer);
        assertThat(walk.openTasks(volunteer)).containsExactly("sayGoodbye");
        assertThat(mails(volunteer)).isEmpty();
    }

    @Test
    void aCaseThatDoesNotLetGoComesToAPersonUntilItHas() {
        var volunteer = registered.volunteer("Aino", "yi");
        var stuck = walk.database.sql("INSERT INTO apusilta.offer (id, case_id, volunteer_id, instance_id, state, made_at, expires_at) VALUES (gen_random_uuid(), gen_random_uuid(), ?, 'x', 'RELEASED', now(), now()) RETURNING id")
                .param(volunteer).query(UUID.class).single();
        volunteers.leave(volunteer, Volunteers.THEMSELVES);
        walk.database.sql("UPDATE apusilta.offer SET state = 'ACCEPTED' WHERE id = ?").param(stuck).update();
        walk.runJobs(volunteer);
        walk.timePassesUntil(volunteer, "casesLetGoDue");
        walk.complete(volunteer, "settleCases", "casesOutcome", "PASSED_ON");
        walk.timePassesUntil(volunteer, "casesLetGoDue");
        assertThat(walk.openTasks(volunteer)).as("it comes back").containsExactly("settleCases");
        walk.database.sql("UPDATE apusilta.offer SET state = 'RELEASED' WHERE id = ?").param(stuck).update();
        walk.complete(volunteer, "settleCases", "casesOutcome", "SETTLED");
        walk.timePassesUntil(volunteer, "casesLetGoDue");
        assertThat(walk.instances(volunteer)).isEmpty();
    }

    /** Once they have left, the page that stays as long as the support offers no break and no leaving any more. */
    @Test
    void thePagesOfWhoHasLeftNoLongerOfferIt() {
        var id = walk.supported();
        var volunteer = servingIn(id);
        var subject = walk.supports.of(id).orElseThrow().id();
        assertThat(walk.answered("tell-us-volunteer", id, subject, Map.of("what", "nothing")).model()).containsEntry("volunteer", true);
        var page = walk.answered("tell-us-volunteer", id, subject, Map.of("what", "leave", "sure", "yes"));
        assertThat(page.model()).containsEntry("volunteer", false).containsEntry("became", "LEFT");
        var again = walk.answered("tell-us-volunteer", id, subject, Map.of("what", "rest", "until", day().plusDays(5).toString()));
        assertThat(again.model()).containsEntry("volunteer", false).containsEntry("became", "LEFT");
        assertThat(volunteers.restingUntil(volunteer)).isEmpty();
        assertThat(said(volunteer)).containsExactly("LEAVES");
    }

    /** Nobody is asked how a visit went on a day they had said they cannot come. */
    @Test
    void aVisitIsAskedAboutOnADayTheyCanCome() {
        var id = walk.supported();
        var volunteer = servingIn(id);
        var planned = plan.next(id, 7, 30).visitDay();
        availability.block(volunteer, planned, planned.plusDays(3), Volunteers.THEMSELVES);
        assertThat(plan.next(id, 7, 30).visitDay()).isEqualTo(planned.plusDays(4));
        assertThat(volunteers.away(volunteer, planned.plusDays(3))).isTrue();
        assertThat(volunteers.away(volunteer, planned.plusDays(4))).isFalse();
    }

    private UUID servingIn(UUID id) {
        return walk.supports.of(id).orElseThrow().volunteerId();
    }

    private int paused(UUID id) {
        return walk.database.sql("select count(*) from apusilta.support_pause p join apusilta.support s on s.id = p.support_id where s.case_id = ? and p.ended_at is null")
                .param(id).query(Integer.class).single();
    }

    private List<String> mails(UUID volunteer) {
        return messages.of(volunteer).stream().map(Messages.Sent::template).toList();
    }

    private List<String> said(UUID volunteer) {
        return walk.database.sql("SELECT what FROM apusilta.volunteer_change WHERE volunteer_id = ? ORDER BY id").param(volunteer).query(String.class).list();
    }

    private LocalDate eraseOn(UUID volunteer) {
        return walk.database.sql("SELECT erase_on FROM apusilta.volunteer WHERE id = ?").param(volunteer).query(LocalDate.class).single();
    }

    private static LocalDate day() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/Helsinki"));
    }
}
