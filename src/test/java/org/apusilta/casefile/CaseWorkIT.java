package org.apusilta.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.apusilta.security.Absences;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.AccessDeniedException;

/** Whose cases and tasks are, how they change hands, and who stands in while somebody is away (R6). */
@ApusiltaTest
class CaseWorkIT {

    private static final String EAST = "703";
    private static final String SOUTH = "101";

    @Autowired CaseWork work;
    @Autowired CaseList cases;
    @Autowired Absences absences;
    @Autowired HelpRequests requests;
    @Autowired Messages messages;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;
    @Autowired TestRestTemplate server;
    @Autowired JdbcClient database;
    @Autowired Clock clock;

    private final List<UUID> made = new ArrayList<>();

    @AfterEach
    void leaveNothing() {
        ClockUtil.reset();
        Cases.nobody();
        database.sql("DELETE FROM apusilta.absence").update();
        made.forEach(id -> requests.close(id, Outcome.STOPPED));
    }

    @Test
    void whoTakesTheFirstTaskAnswersForTheCase() {
        var id = screened(EAST);
        assertThat(claim(id, "coordinator-east")).isEqualTo(204);
        assertThat(owner(id)).isEqualTo("coordinator-east");
        assertThat(database.sql("SELECT assignee FROM apusilta.open_task WHERE case_id = :id").param("id", id).query(String.class).single())
                .isEqualTo("coordinator-east");
        Cases.as("coordinator-east");
        assertThat(cases.of(CaseQuery.of(java.util.Map.of("owner", "me")), null).rows()).extracting(CaseList.Row::id).contains(id);
    }

    @Test
    void takingACaseTakesItsFreeTasksAndNobodyElses() {
        var free = screened(EAST);
        var taken = screened(EAST);
        claim(taken, "coordinator");
        Cases.as("coordinator-east");
        assertThat(work.take(List.of(free, taken))).isEqualTo(new CaseWork.Result(1, 1));
        assertThat(task(free).getAssignee()).isEqualTo("coordinator-east");
        assertThat(task(taken).getAssignee()).isEqualTo("coordinator");
        Cases.as("lead");
        assertThat(work.take(List.of(taken)).moved()).isEqualTo(1);
        assertThat(task(taken).getAssignee()).isEqualTo("lead");
    }

    @Test
    void theOwnerHandsOverAndTheClientReadsItInTheirLanguage() {
        var id = screened(EAST);
        claim(id, "coordinator-east");
        Cases.as("coordinator");
        assertThat(work.handOver(List.of(id), "lead", true).moved()).as("not theirs").isZero();
        Cases.as("coordinator-east");
        assertThat(work.handOver(List.of(id), "coordinator", true).moved()).isEqualTo(1);
        assertThat(owner(id)).isEqualTo("coordinator");
        assertThat(task(id).getAssignee()).isEqualTo("coordinator");
        assertThat(messages.of(id)).filteredOn(m -> m.template().equals("coordinator-changed")).singleElement().satisfies(m -> {
            assertThat(m.subject()).contains("koordinator", requests.facts(id).reference()).doesNotContain("Herta");
            assertThat(m.body()).contains("Från och med nu");
        });
    }

    @Test
    void nobodyGetsACaseOfADistrictTheyDoNotWorkIn() {
        var south = screened(SOUTH);
        Cases.as("lead");
        assertThat(work.handOver(List.of(south), "coordinator-east", false)).isEqualTo(new CaseWork.Result(0, 1));
        assertThat(work.handOver(List.of(south), "coordinator", false)).isEqualTo(new CaseWork.Result(1, 0));
        assertThat(task(south).getAssignee()).as("the lead puts free work where it belongs").isEqualTo("coordinator");
        assertThat(messages.of(south)).as("nobody's coordinator has changed").noneMatch(m -> m.template().equals("coordinator-changed"));
        Cases.as("coordinator-east");
        assertThat(work.take(List.of(south)).moved()).as("not their district").isZero();
    }

    @Test
    void everythingOfAPersonGoesAtOnceWithALetterForEachCase() {
        var one = screened(EAST);
        var two = screened(EAST);
        var closed = screened(EAST);
        List.of(one, two, closed).forEach(id -> claim(id, "coordinator-east"));
        requests.close(closed, Outcome.DECLINED);
        Cases.as("coordinator");
        assertThatThrownBy(() -> work.handOverAll("coordinator-east", "coordinator")).isInstanceOf(AccessDeniedException.class);
        Cases.as("lead");
        int before = work.count("coordinator-east");
        assertThat(work.handOverAll("coordinator-east", "coordinator").moved()).isEqualTo(before);
        assertThat(work.count("coordinator-east")).isZero();
        for (var id : List.of(one, two)) {
            assertThat(owner(id)).isEqualTo("coordinator");
            assertThat(task(id).getAssignee()).isEqualTo("coordinator");
            assertThat(messages.of(id)).filteredOn(m -> m.template().equals("coordinator-changed")).hasSize(1);
        }
        assertThat(owner(closed)).isEqualTo("coordinator-east");
        assertThat(messages.of(closed)).noneMatch(m -> m.template().equals("coordinator-changed"));
    }

    @Test
    void aDeputyHasTheRightsOfWhoIsAwayFromTheFirstDayToTheLast() {
        var south = screened(SOUTH);
        claim(south, "coordinator");
        assertThat(seesTask("coordinator-east", south)).isFalse();
        Cases.as("lead");
        var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
        absences.add("coordinator", "coordinator-east", today.plusDays(1), today.plusDays(3));
        assertThat(seesTask("coordinator-east", south)).as("not before").isFalse();

        ClockUtil.offset(java.time.Duration.ofDays(1).toMillis());
        assertThat(seesTask("coordinator-east", south)).isTrue();
        Cases.as("coordinator-east");
        assertThat(cases.of(CaseQuery.of(java.util.Map.of("major", "1")), null).rows()).extracting(CaseList.Row::id).contains(south);
        var done = server.withBasicAuth("coordinator-east", "coordinator-east").postForEntity("/engine-rest/task/" + task(south).getId() + "/unclaim", null, String.class);
        assertThat(done.getStatusCode().value()).as("not by unclaiming").isNotEqualTo(500);
        assertThat(work.take(List.of(south)).moved()).as("a deputy takes over what is claimed").isEqualTo(1);
        assertThat(task(south).getAssignee()).isEqualTo("coordinator-east");

        Cases.nobody();
        ClockUtil.offset(java.time.Duration.ofDays(4).toMillis());
        assertThat(seesTask("coordinator-east", south)).as("it ends by itself").isFalse();
        Cases.as("coordinator-east");
        assertThat(cases.of(CaseQuery.of(java.util.Map.of("major", "1")), null).rows()).isEmpty();
    }

    @Test
    void aClaimHoldsAgainstColleaguesAndGivesWayToTheDeputy() {
        var id = screened(EAST);
        claim(id, "coordinator");
        assertThat(complete(id, "coordinator-east")).isEqualTo(403);
        Cases.as("coordinator");
        var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
        absences.add("coordinator", "coordinator-east", today, today);
        assertThat(complete(id, "coordinator-east")).isEqualTo(204);
    }

    @Test
    void absencesAreOnesOwnOrTheLeadsToEnterAndMakeSense() {
        var today = LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
        Cases.as("coordinator-east");
        assertThatThrownBy(() -> absences.add("coordinator", "coordinator-east", today, today)).isInstanceOf(AccessDeniedException.class);
        var id = absences.add("coordinator-east", "coordinator", today.plusDays(2), today.plusDays(4));
        refused(Absences.Problem.OVERLAP, () -> absences.add("coordinator-east", "coordinator", today.plusDays(4), today.plusDays(6)));
        refused(Absences.Problem.SELF, () -> absences.add("coordinator-east", "coordinator-east", today, today));
        refused(Absences.Problem.DATES, () -> absences.add("coordinator-east", "coordinator", today.plusDays(9), today.plusDays(8)));
        refused(Absences.Problem.PAST, () -> absences.add("coordinator-east", "coordinator", today.minusDays(9), today.minusDays(8)));
        Cases.as("lead");
        refused(Absences.Problem.DEPUTY_AWAY, () -> absences.add("coordinator", "coordinator-east", today.plusDays(3), today.plusDays(3)));
        refused(Absences.Problem.DEPUTY_ROLE, () -> absences.add("lead", "coordinator", today, today));
        refused(Absences.Problem.UNKNOWN, () -> absences.add("coordinator", "social-worker", today, today));
        Cases.as("coordinator");
        assertThatThrownBy(() -> absences.end(id)).isInstanceOf(AccessDeniedException.class);
        Cases.as("coordinator-east");
        absences.end(id);
        assertThat(absences.known()).noneMatch(one -> one.id().equals(id));
    }

    private static void refused(Absences.Problem why, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(Absences.Refused.class, refused -> assertThat(refused.problem()).isEqualTo(why));
    }

    private UUID screened(String district) {
        var id = requests.submit(Cases.inDistrict(district)).id();
        made.add(id);
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().forEach(instance ->
                jobs.createJobQuery().processInstanceId(instance.getId()).messages().list().forEach(job -> jobs.executeJob(job.getId())));
        return id;
    }

    private Task task(UUID id) {
        return tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).taskDefinitionKey("screenRequest").singleResult();
    }

    private String owner(UUID id) {
        return database.sql("SELECT account FROM apusilta.case_owner WHERE case_id = :id").param("id", id).query(String.class).optional().orElse(null);
    }

    private int claim(UUID id, String user) {
        return server.withBasicAuth(user, user).postForEntity("/engine-rest/task/" + task(id).getId() + "/claim",
                java.util.Map.of("userId", user), String.class).getStatusCode().value();
    }

    private int complete(UUID id, String user) {
        return server.withBasicAuth(user, user).postForEntity("/engine-rest/task/" + task(id).getId() + "/complete",
                java.util.Map.of("variables", java.util.Map.of("screeningOutcome", java.util.Map.of("value", "ACCEPTED"))), String.class).getStatusCode().value();
    }

    private boolean seesTask(String user, UUID id) {
        return server.withBasicAuth(user, user).getForEntity("/engine-rest/task/" + task(id).getId(), String.class).getStatusCode().is2xxSuccessful();
    }
}
