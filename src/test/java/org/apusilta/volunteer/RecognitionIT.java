package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Words;
import org.apusilta.messaging.Messages;
import org.apusilta.volunteer.internal.Birthdays;
import org.apusilta.volunteer.internal.CareDue;
import org.apusilta.volunteer.internal.CareDue.Due;
import org.apusilta.volunteer.internal.CareDue.Outcome;
import org.apusilta.volunteer.internal.CareEvents;
import org.apusilta.volunteer.internal.Certificates;
import org.apusilta.volunteer.process.RecognitionProcess;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every way through care-round, recognition and care-contact, with what stands in the tables afterwards. */
@ApusiltaTest
class RecognitionIT {

    @Autowired Registered registered;
    @Autowired Volunteers volunteers;
    @Autowired CareDue due;
    @Autowired CareEvents events;
    @Autowired Certificates certificates;
    @Autowired Birthdays birthdays;
    @Autowired RecognitionProcess process;
    @Autowired Messages messages;
    @Autowired Words words;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;
    @Autowired JdbcClient database;

    private UUID volunteer;

    @BeforeEach
    void somebody() {
        volunteer = registered.volunteer("Huomattu", "ne");
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
        database.sql("UPDATE apusilta.care_due SET settled_at = now(), outcome = 'SET_ASIDE' WHERE settled_at IS NULL AND instance_id IS NULL").update();
    }

    @Test
    void thanksGoWhenAPersonSaysSoInTheirWordsWithACertificate() {
        var one = begun("MILESTONE", "YEARS_5", true);
        assertThat(open(one).getDueDate()).isNotNull();
        var task = open(one);
        words.keep(volunteer, task.getId(), "approveThanks", Map.of("thanks", "Lämmin kiitos, Huomattu!"), "coordinator-east");
        complete(one, "thanksOutcome", "THANK");
        assertThat(outcome(one)).isEqualTo(Outcome.THANKED);
        assertThat(sent()).extracting(Messages.Sent::template).containsExactly("milestone-thanks");
        assertThat(sent().get(0).body()).contains("viisi vuotta", "Lämmin kiitos, Huomattu!", "todistuksen").doesNotContain("true");
        assertThat(certificates.of(volunteer)).singleElement().satisfies(given -> assertThat(given.milestone()).isEqualTo("YEARS_5"));
        assertThat(events.of(volunteer)).extracting(CareEvents.Event::kind).containsExactly(CareKind.APPRECIATION);
        over(one);
    }

    @Test
    void wordsOfAnEarlierMilestoneDoNotComeAgain() {
        var first = begun("MILESTONE", "YEARS_1", false);
        words.keep(volunteer, open(first).getId(), "approveThanks", Map.of("thanks", "Ensimmäinen vuosi!"), "coordinator-east");
        complete(first, "thanksOutcome", "THANK");
        var second = begun("MILESTONE", "HOURS_50", false);
        complete(second, "thanksOutcome", "THANK");
        assertThat(sent()).hasSize(2);
        assertThat(sent().get(1).body()).contains("viisikymmentä tuntia").doesNotContain("Ensimmäinen vuosi!");
        assertThat(sent()).allSatisfy(letter -> assertThat(letter.links()).isEmpty());
    }

    @Test
    void laterMeansLaterAndNotAtAllMeansNoLetter() {
        var one = begun("MILESTONE", "YEARS_3", true);
        complete(one, "thanksOutcome", "LATER");
        assertThat(open(one)).isNull();
        timerGoesOff(one);
        complete(one, "thanksOutcome", "SKIP");
        assertThat(outcome(one)).isEqualTo(Outcome.SET_ASIDE);
        assertThat(sent()).isEmpty();
        assertThat(certificates.of(volunteer)).isEmpty();
        over(one);
    }

    @Test
    void nobodyWhoMournsGetsACheerfulLetterAndSomebodyLooksAgain() {
        var one = begun("MILESTONE", "YEARS_10", true);
        volunteers.coolOff(volunteer, helsinki().plusDays(14), "coordinator");
        complete(one, "thanksOutcome", "THANK");
        assertThat(sent()).isEmpty();
        assertThat(outcome(one)).isNull();
        timerGoesOff(one);
        assertThat(open(one)).as("a person looks again").isNotNull();
        database.sql("UPDATE apusilta.volunteer_change SET until = DATE '2020-01-01' WHERE volunteer_id = ?").param(volunteer).update();
        complete(one, "thanksOutcome", "THANK");
        assertThat(outcome(one)).isEqualTo(Outcome.THANKED);
        assertThat(sent()).hasSize(1);
    }

    @Test
    void whoAgreedIsGreetedOnTheirBirthdayAndNobodyElse() {
        birthdays.agree(volunteer, MonthDay.of(2, 29), "coordinator-east");
        var one = begun("BIRTHDAY", "2026", false);
        work(one);
        assertThat(outcome(one)).isEqualTo(Outcome.GREETED);
        assertThat(sent()).extracting(Messages.Sent::template).containsExactly("birthday-greeting");
        birthdays.withdraw(volunteer);
        var next = begun("BIRTHDAY", "2027", false);
        work(next);
        assertThat(outcome(next)).isEqualTo(Outcome.SET_ASIDE);
        assertThat(sent()).hasSize(1);
        over(next);
    }

    @Test
    void aLongSilenceIsBrokenByWhatAPersonDid() {
        var one = begun("SILENCE", "2025-01-31", false);
        complete(one, "careGiven", "LATER");
        timerGoesOff(one);
        words.keep(volunteer, open(one).getId(), "contactVolunteer", Map.of("care", "Soitin, ja juttelimme puoli tuntia."), "coordinator-east");
        complete(one, "careGiven", "GUIDANCE");
        assertThat(outcome(one)).isEqualTo(Outcome.CARED);
        assertThat(events.of(volunteer)).singleElement().satisfies(event -> {
            assertThat(event.kind()).isEqualTo(CareKind.GUIDANCE);
            assertThat(event.words()).isEqualTo("Soitin, ja juttelimme puoli tuntia.");
        });
        over(one);
    }

    @Test
    void whoWaitsForAFirstTaskIsToldOfPartnersOrTalkedWith() {
        var one = begun("FIRST_TASK", "2026-10-01", false);
        complete(one, "firstTaskOutcome", "LATER");
        timerGoesOff(one);
        complete(one, "firstTaskOutcome", "PARTNERS");
        assertThat(outcome(one)).isEqualTo(Outcome.PARTNERS);
        assertThat(sent()).extracting(Messages.Sent::template).containsExactly("partner-tasks");
        over(one);
        var again = begun("FIRST_TASK", "2026-11-01", false);
        complete(again, "firstTaskOutcome", "TALKED");
        assertThat(outcome(again)).isEqualTo(Outcome.CARED);
        assertThat(events.of(volunteer)).extracting(CareEvents.Event::kind).containsOnly(CareKind.GUIDANCE);
    }

    @Test
    void whenTheVolunteerLeavesAllOfItEnds() {
        var thanks = begun("MILESTONE", "HOURS_100", true);
        var contact = begun("SILENCE", "2025-02-28", false);
        database.sql("INSERT INTO apusilta.care_due (id, volunteer_id, reason, occasion, found_on) VALUES (gen_random_uuid(), ?, 'BIRTHDAY', '2030', current_date)").param(volunteer).update();
        volunteers.leave(volunteer, "VOLUNTEER");
        assertThat(List.of(outcome(thanks), outcome(contact))).containsOnly(Outcome.LEFT);
        assertThat(due.openOf(volunteer)).isEmpty();
        over(thanks);
        over(contact);
        assertThat(sent()).isEmpty();
    }

    @Test
    void whatIsFoundTwiceIsBegunOnce() {
        var one = begun("MILESTONE", "YEARS_5", true);
        assertThat(insert("MILESTONE", "YEARS_5", true)).isZero();
        assertThat(insert("SILENCE", "2025-01-31", false)).isOne();
        assertThat(insert("SILENCE", "2025-06-30", false)).as("one contact at a time").isZero();
        process.beginFound();
        process.beginFound();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(volunteer.toString()).list()).hasSize(2);
        assertThat(due.begun(one, "another")).isFalse();
    }

    @Test
    void theRoundComesEveryMorningAndBeginsWhatItFinds() {
        insert("MILESTONE", "YEARS_10", true);
        var morning = jobs.createJobQuery().processDefinitionKey("care-round").timers().singleResult();
        assertThat(morning.getDuedate().toInstant().atZone(ZoneId.systemDefault()).getHour()).isEqualTo(6);
        ClockUtil.setCurrentTime(new java.util.Date(morning.getDuedate().getTime() + 1_000));
        jobs.executeJob(morning.getId());
        assertThat(jobs.createJobQuery().processDefinitionKey("care-round").timers().singleResult().getDuedate()).as("and tomorrow").isAfter(morning.getDuedate());
        for (var job = roundJob(); job != null; job = roundJob()) {
            jobs.executeJob(job);
        }
        assertThat(due.notBegun()).isEmpty();
        assertThat(due.openOf(volunteer)).singleElement().satisfies(one -> assertThat(one.instanceId()).isNotNull());
    }

    private @Nullable String roundJob() {
        return jobs.createJobQuery().processDefinitionKey("care-round").messages().list().stream().map(job -> job.getId()).findFirst().orElse(null);
    }

    private int insert(String reason, String occasion, boolean certificate) {
        return database.sql("INSERT INTO apusilta.care_due (id, volunteer_id, reason, occasion, certificate, found_on) VALUES (gen_random_uuid(), ?, ?, ?, ?, current_date) ON CONFLICT DO NOTHING")
                .params(volunteer, reason, occasion, certificate).update();
    }

    private UUID begun(String reason, String occasion, boolean certificate) {
        insert(reason, occasion, certificate);
        process.beginFound();
        return database.sql("SELECT id FROM apusilta.care_due WHERE volunteer_id = ? AND reason = ? AND occasion = ?").params(volunteer, reason, occasion).query(UUID.class).single();
    }

    private String instance(UUID one) {
        return due.find(one).map(Due::instanceId).orElseThrow();
    }

    private @Nullable Task open(UUID one) {
        return tasks.createTaskQuery().processInstanceId(instance(one)).singleResult();
    }

    private void complete(UUID one, String variable, String value) {
        tasks.complete(open(one).getId(), Map.of(variable, value));
        work(one);
    }

    private void work(UUID one) {
        for (var job = job(one); job != null; job = job(one)) {
            jobs.executeJob(job);
        }
    }

    private @Nullable String job(UUID one) {
        return jobs.createJobQuery().processInstanceId(instance(one)).messages().list().stream().map(job -> job.getId()).findFirst().orElse(null);
    }

    private void timerGoesOff(UUID one) {
        jobs.executeJob(jobs.createJobQuery().processInstanceId(instance(one)).timers().singleResult().getId());
    }

    private @Nullable Outcome outcome(UUID one) {
        return due.find(one).orElseThrow().outcome();
    }

    private void over(UUID one) {
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance(one)).count()).isZero();
    }

    private List<Messages.Sent> sent() {
        return messages.of(volunteer);
    }

    private static LocalDate helsinki() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/Helsinki"));
    }
}
