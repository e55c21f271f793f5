package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.apusilta.ApusiltaTest;
import org.apusilta.volunteer.internal.SeatWatch;
import org.apusilta.volunteer.internal.TrainingSessions;
import org.apusilta.volunteer.internal.TrainingSessions.Plan;
import org.apusilta.volunteer.internal.TrainingSessions.Seat;
import org.apusilta.volunteer.internal.Trainings;
import org.apusilta.volunteer.internal.Trainings.How;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What must be learnt before the first match: sessions with seats, courses online, and the wait for it. */
@ApusiltaTest
class RequiredTrainingIT extends ProofCase {

    @Autowired Trainings trainings;
    @Autowired TrainingSessions sessions;

    @Autowired SeatWatch watch;

    private void invited() {
        wishes("FRIEND_VISIT");
        start("required-training");
        assertThat(process).isWaitingAt("followTraining").hasPassed("inviteToTraining");
    }

    private UUID session(String training, int seats) {
        // at noon: "the day before" is a day in Helsinki, whatever the hour the test runs at
        var starts = today().plusDays(3).atTime(12, 0).atZone(ZoneId.of("Europe/Helsinki")).toInstant();
        return sessions.plan(new Plan(training, null, "LIVE", starts, starts.plus(Duration.ofHours(2)), "Kirjasto", "703", "fi", seats), "coordinator");
    }

    private TrainingSessions.Session of(UUID session) {
        return sessions.session(session).orElseThrow();
    }

    private void over(UUID session) {
        ClockUtil.setCurrentTime(java.util.Date.from(of(session).endsAt().plusSeconds(60)));
    }

    @Test
    void whoHasDoneEverythingIsNotInvited() {
        trainings.complete(person, "BASICS", today(), How.COORDINATOR, "coordinator");
        start("required-training");
        assertThat(process).isEnded().hasPassed("wasTrained");
        assertThat(variable("trainingOutcome")).isEqualTo("DONE");
        assertThat(sent("training-invited")).isZero();
    }

    /** Between the look and the letter a coordinator has recorded all: there is nothing to invite to. */
    @Test
    void whatHasBeenDoneMeanwhileIsNotInvitedTo() {
        process = runtime.startProcessInstanceByKey("required-training", person.toString(), java.util.Map.of("majorDistrict", "7", "urgency", "NORMAL"));
        trainings.missing(person).forEach(code -> trainings.complete(person, code, today(), How.COORDINATOR, "coordinator"));
        goOn();
        assertThat(process).isWaitingAt("followTraining");
        assertThat(sent("training-invited")).isZero();
        complete("followTraining", "trainingStep", "LOOK_AGAIN");
        assertThat(process).isEnded();
        assertThat(variable("trainingOutcome")).isEqualTo("DONE");
    }

    @Test
    void theBasicsAndWhatTheWishedKindsNeedAreMissing() {
        wishes("FRIEND_VISIT", "MEDIATION");
        assertThat(trainings.missing(person)).containsExactly("BASICS", "FRIEND", "MEDIATION");
    }

    @Test
    void helviOnlineCountsAsTheBasicsAndIsToldByLink() throws Exception {
        invited();
        http.perform(get(link("training-invited"))).andExpect(content().string(Matchers.containsString("Helvi")));
        http.perform(post(link("training-invited")).param("done", "HELVI").with(csrf())).andExpect(content().string(Matchers.containsString("kryssa")));
        assertThat(trainings.missing(person)).as("not without the tick").contains("BASICS");
        http.perform(post(link("training-invited")).param("done", "FRIEND").param("sure", "yes").with(csrf())).andExpect(status().isOk());
        assertThat(trainings.missing(person)).as("what is not online is not told by link").contains("FRIEND");
        http.perform(post(link("training-invited")).param("done", "HELVI").param("sure", "yes").with(csrf())).andExpect(status().isOk());
        assertThat(trainings.missing(person)).containsExactly("FRIEND");
        assertThat(process).isWaitingAt("followTraining");
    }

    @Test
    void aSeatIsTakenByLinkAttendanceIsRecordedAndTheWaitEnds() throws Exception {
        invited();
        var basics = session("BASICS", 10);
        var friend = session("FRIEND", 10);
        for (var one : List.of(basics, friend)) {
            http.perform(post(link("training-invited")).param("session", one.toString()).with(csrf())).andExpect(content().string(Matchers.containsString("Du har en plats")));
        }
        http.perform(post(link("training-invited")).param("session", friend.toString()).with(csrf())).andExpect(content().string(Matchers.containsString("redan")));
        assertThat(of(friend).taken()).isEqualTo(1);
        assertThat(sent("training-seat")).isEqualTo(2);
        over(friend);
        sessions.record(basics, Set.of(sessions.signups(basics).get(0).id()), "coordinator");
        assertThat(process).isWaitingAt("followTraining");
        sessions.record(friend, Set.of(sessions.signups(friend).get(0).id()), "coordinator");
        goOn();
        assertThat(process).isEnded().hasPassed("trainingsDone", "reviewTrainings", "trainingDone");
        assertThat(variable("trainingOutcome")).isEqualTo("DONE");
        assertThat(db.sql("SELECT code FROM apusilta.volunteer_training WHERE volunteer_id = ? ORDER BY code").param(person).query(String.class).list()).containsExactly("BASICS", "FRIEND");
        http.perform(get(link("training-invited"))).andExpect(status().isGone());
    }

    @Test
    void whoDidNotComeHasNotDoneIt() {
        var session = session("BASICS", 10);
        sessions.signUp(session, person, "coordinator");
        over(session);
        sessions.record(session, Set.of(), "coordinator");
        assertThat(sessions.signups(session)).singleElement().satisfies(one -> assertThat(one.state()).isEqualTo("ABSENT"));
        assertThat(trainings.missing(person)).contains("BASICS");
    }

    @Test
    void ofManyWhoWantTheLastSeatAtTheSameInstantOneSits() throws Exception {
        var session = session("BASICS", 1);
        var crowd = java.util.stream.IntStream.range(0, 6).mapToObj(n -> person("Väki" + n, "fi", 1980)).toList();
        var start = new CyclicBarrier(crowd.size());
        var threads = Executors.newFixedThreadPool(crowd.size());
        try {
            var wanting = threads.invokeAll(crowd.stream().map(one -> (Callable<Seat>) () -> {
                start.await();
                return sessions.signUp(session, one, null);
            }).toList());
            var came = new java.util.ArrayList<Seat>();
            for (var one : wanting) {
                came.add(one.get());
            }
            assertThat(came).containsOnlyOnce(Seat.SEATED).hasSize(6).contains(Seat.WAITING);
        } finally {
            threads.shutdownNow();
        }
        assertThat(of(session)).satisfies(one -> { assertThat(one.taken()).isEqualTo(1); assertThat(one.waiting()).isEqualTo(5); });
        var seated = sessions.signups(session).get(0);
        sessions.cancel(seated.id());
        sessions.cancel(seated.id());
        assertThat(of(session)).as("the first of the queue has moved up").satisfies(one -> { assertThat(one.taken()).isEqualTo(1); assertThat(one.waiting()).isEqualTo(4); });
    }

    @Test
    void aSeatGivenBackByLinkIsFreeAgain() throws Exception {
        var session = session("BASICS", 1);
        assertThat(sessions.signUp(session, person, "coordinator")).isEqualTo(Seat.SEATED);
        assertThat(sessions.signUp(session, person("Jono", "fi", 1980), null)).isEqualTo(Seat.WAITING);
        http.perform(get(link("training-seat"))).andExpect(content().string(Matchers.containsString("Kirjasto")));
        http.perform(post(link("training-seat")).param("cancel", "yes").with(csrf())).andExpect(status().isOk());
        assertThat(sessions.mine(person)).isEmpty();
        assertThat(of(session)).satisfies(one -> { assertThat(one.taken()).isEqualTo(1); assertThat(one.waiting()).isZero(); });
    }

    @Test
    void theDayBeforeWhoHasASeatIsRemindedOnceWithACalendarEntry() throws Exception {
        invited();
        var session = session("BASICS", 1);
        sessions.signUp(session, person, null);
        watch.look();
        assertThat(sent("training-tomorrow")).as("three days ahead").isZero();
        ClockUtil.setCurrentTime(java.util.Date.from(of(session).startsAt().minus(Duration.ofHours(22))));
        watch.look();
        watch.look();
        assertThat(sent("training-tomorrow")).isEqualTo(1);
        var file = http.perform(get(link("training-tomorrow") + "/file")).andExpect(status().isOk()).andReturn().getResponse();
        assertThat(file.getContentAsString()).contains("BEGIN:VEVENT", "LOCATION:Kirjasto").contains("DTSTART:");
        assertThat(db.sql("SELECT count(*) FROM apusilta.message_attachment a JOIN apusilta.message m ON m.id = a.message_id WHERE m.case_id = ? AND m.template = 'training-tomorrow'").param(person).query(Integer.class).single()).isEqualTo(1);
        http.perform(post(link("training-tomorrow")).param("cancel", "yes").with(csrf())).andExpect(status().isOk());
        assertThat(of(session).taken()).isZero();
    }

    @Test
    void aCancelledSessionIsToldToEverybody() {
        var session = session("BASICS", 1);
        sessions.signUp(session, person, null);
        assertThat(sessions.cancelSession(session)).isTrue();
        assertThat(sessions.cancelSession(session)).isFalse();
        assertThat(sent("training-cancelled")).isEqualTo(1);
        assertThat(sessions.signUp(session, person, null)).isEqualTo(Seat.GONE);
    }

    @Test
    void whatRunsOutSoonIsMissingAgain() {
        db.sql("UPDATE apusilta.training SET renew_months = 24 WHERE code = 'BASICS'").update();
        try {
            trainings.complete(person, "HELVI", today().minusMonths(24).plusDays(60), How.COORDINATOR, "coordinator");
            assertThat(trainings.missing(person)).isEmpty();
            ClockUtil.offset(Duration.ofDays(20).toMillis());
            assertThat(trainings.missing(person)).containsExactly("BASICS");
        } finally {
            db.sql("UPDATE apusilta.training SET renew_months = NULL WHERE code = 'BASICS'").update();
        }
    }

    @Test
    void aCoordinatorLooksAgainOrStops() {
        invited();
        complete("followTraining", "trainingStep", "LOOK_AGAIN");
        assertThat(process).isWaitingAt("followTraining").hasPassed("reviewTrainings");
        complete("followTraining", "trainingStep", "STOP");
        assertThat(process).isEnded().hasPassed("trainingStopped");
        assertThat(variable("trainingOutcome")).isEqualTo("STOPPED");
    }

    @Test
    void whoHasNotChosenIsRemindedOnce() {
        invited();
        reminderDue();
        assertThat(process).isWaitingAt("followTraining").hasPassed("remindOfTraining", "trainingReminded");
        assertThat(sent("training-reminder")).isEqualTo(1);
    }
}
