package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.apusilta.volunteer.Registered;
import org.apusilta.volunteer.Volunteers;
import org.apusilta.volunteer.Volunteers.Reason;
import org.apusilta.volunteer.internal.PlannedChanges;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A break and a leave on a day to come: confirmed, cancelled at will, and done when the morning has come. */
@ApusiltaTest
class PlannedChangeIT {

    @Autowired Journey walk;
    @Autowired PlannedChanges plans;
    @Autowired Volunteers volunteers;
    @Autowired Messages messages;
    @Autowired Registered registered;

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void aBreakBeginsOnItsFirstDayAndEndsByItself() {
        var volunteer = registered.volunteer("Suunnitelma", "yi");
        var first = day().plusDays(9);
        assertThat(plans.rest(volunteer, first, first.plusDays(5), Reason.HEALTH, "Leikkaus.", Volunteers.THEMSELVES)).isTrue();
        walk.runJobs(volunteer);
        assertThat(mails(volunteer)).containsExactly("volunteer-plans-rest");
        assertThat(messages.of(volunteer).get(0).body()).contains(written(first), written(first.plusDays(5)));
        assertThat(volunteers.restingUntil(volunteer)).as("until then all goes on").isEmpty();
        walk.timePassesUntil(volunteer, "plannedDayCame");
        assertThat(day()).isEqualTo(first);
        assertThat(volunteers.restingUntil(volunteer)).contains(first.plusDays(5));
        assertThat(plans.of(volunteer)).isEmpty();
        assertThat(walk.database.sql("SELECT reason || ' ' || words || ' ' || said_by FROM apusilta.volunteer_change WHERE volunteer_id = ?").param(volunteer).query(String.class).list())
                .containsExactly("HEALTH Leikkaus. VOLUNTEER");
        walk.timePassesUntil(volunteer, "returnDue");
        assertThat(mails(volunteer)).containsExactly("volunteer-plans-rest", "volunteer-rests", "volunteer-returns");
        assertThat(walk.instances(volunteer)).isEmpty();
    }

    @Test
    void whoStopsHelpsThroughTheirLastDay() {
        walk.somePeople();
        var id = walk.supported();
        var volunteer = walk.supports.of(id).orElseThrow().volunteerId();
        var last = day().plusDays(3);
        assertThat(plans.leave(volunteer, last, Reason.MOVES, null, "coordinator")).isTrue();
        walk.runJobs(volunteer);
        assertThat(mails(volunteer)).containsExactly("volunteer-plans-leave");
        assertThat(volunteers.hasLeft(volunteer)).isFalse();
        walk.timePassesUntil(volunteer, "plannedDayCame");
        assertThat(day()).isEqualTo(last.plusDays(1));
        assertThat(volunteers.hasLeft(volunteer)).isTrue();
        assertThat(mails(volunteer)).containsExactly("volunteer-plans-leave", "volunteer-farewell");
        assertThat(walk.database.sql("SELECT count(*) FROM apusilta.volunteer_notice WHERE case_id = ?").param(id).query(Integer.class).single()).as("and the case hears of it then").isOne();
    }

    @Test
    void whatIsCancelledIsForgottenAndAnotherDayTakesThePlaceOfTheFirst() {
        var volunteer = registered.volunteer("Mieli", "yi");
        assertThat(plans.cancel(volunteer, Volunteers.THEMSELVES)).as("nothing was planned").isFalse();
        plans.leave(volunteer, day().plusDays(20), Reason.NOT_TOLD, null, Volunteers.THEMSELVES);
        walk.runJobs(volunteer);
        plans.rest(volunteer, day().plusDays(2), day().plusDays(3), Reason.NOT_TOLD, null, "coordinator");
        walk.runJobs(volunteer);
        assertThat(plans.of(volunteer)).get().extracting(PlannedChanges.Plan::what).isEqualTo(PlannedChanges.What.PAUSES);
        assertThat(walk.instances(volunteer)).as("the first waits no longer").hasSize(1);
        assertThat(plans.cancel(volunteer, "coordinator")).isTrue();
        assertThat(walk.instances(volunteer)).isEmpty();
        assertThat(mails(volunteer)).containsExactly("volunteer-plans-leave", "volunteer-plans-rest");
        assertThat(walk.database.sql("SELECT count(*) FROM apusilta.volunteer_change WHERE volunteer_id = ?").param(volunteer).query(Integer.class).single()).isZero();
    }

    /** Cancelled before the letter has left: no letter, and nothing on the day. */
    @Test
    void whatIsCancelledAtOnceIsNotEvenConfirmed() {
        var volunteer = registered.volunteer("Nopea", "yi");
        plans.rest(volunteer, day().plusDays(2), day().plusDays(3), Reason.NOT_TOLD, null, Volunteers.THEMSELVES);
        plans.cancel(volunteer, Volunteers.THEMSELVES);
        walk.runJobs(volunteer);
        assertThat(mails(volunteer)).isEmpty();
        walk.timePassesUntil(volunteer, "plannedDayCame");
        assertThat(volunteers.restingUntil(volunteer)).isEmpty();
        assertThat(walk.instances(volunteer)).isEmpty();
    }

    @Test
    void whoLeavesTodayHasNothingPlannedAnyMore() {
        var volunteer = registered.volunteer("Tänään", "yi");
        plans.leave(volunteer, day().plusDays(20), Reason.NOT_TOLD, null, Volunteers.THEMSELVES);
        walk.runJobs(volunteer);
        volunteers.leave(volunteer, Volunteers.THEMSELVES);
        walk.runJobs(volunteer);
        assertThat(plans.of(volunteer)).isEmpty();
        assertThat(walk.jobs.createJobQuery().activityId("plannedDayCame").list()).noneMatch(job -> walk.instances(volunteer).contains(job.getProcessInstanceId()));
        assertThat(mails(volunteer)).containsExactly("volunteer-plans-leave", "volunteer-farewell");
    }

    @Test
    void daysThatWillNotDoAndWhoIsNoVolunteerAreRefused() {
        var volunteer = registered.volunteer("Päivä", "yi");
        var today = day();
        assertThat(plans.rest(volunteer, today, today.plusDays(3), Reason.NOT_TOLD, null, "coordinator")).as("a break from today is no plan").isFalse();
        assertThat(plans.rest(volunteer, today.plusDays(4), today.plusDays(3), Reason.NOT_TOLD, null, "coordinator")).isFalse();
        assertThat(plans.rest(volunteer, today.plusDays(400), today.plusDays(401), Reason.NOT_TOLD, null, "coordinator")).isFalse();
        assertThat(plans.leave(volunteer, today.minusDays(1), Reason.NOT_TOLD, null, "coordinator")).isFalse();
        registered.change(volunteer, "UPDATE apusilta.volunteer SET status = 'APPLICANT'");
        assertThat(plans.leave(volunteer, today.plusDays(3), Reason.NOT_TOLD, null, "coordinator")).isFalse();
        assertThat(plans.of(volunteer)).isEmpty();
        assertThat(walk.instances(volunteer)).isEmpty();
    }

    private List<String> mails(UUID volunteer) {
        return messages.of(volunteer).stream().map(Messages.Sent::template).toList();
    }

    private static String written(LocalDate day) {
        return day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
    }

    private static LocalDate day() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/Helsinki"));
    }
}
