package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.operations.Failing;
import org.apusilta.operations.Incidents;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A step that fails is tried again by the clock, then it is the administrator's task, and the case goes on where it stood. */
@ApusiltaTest
class IncidentIT {

    private static final String STEP = "tellAccepted";

    @Autowired Journey walk;
    @Autowired Incidents incidents;
    @Autowired DefaultListableBeanFactory beans;
    @LocalServerPort int port;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void aFailingStepIsTriedAgainAfterOneTenAndSixtyMinutesThenAnAdministratorMendsIt() {
        UUID id;
        try (var failing = Failing.instead(beans, STEP)) {
            id = accepted();
            assertThat(waits(id)).containsExactly(Duration.ofMinutes(1), Duration.ofMinutes(10), Duration.ofMinutes(60));
            assertThat(failing.times()).isEqualTo(4);
            assertThat(walk.openTasks(id)).as("told at once").containsExactly("resolveIncident");
            assertThat(incidents.of(id)).singleElement().satisfies(fault -> {
                assertThat(fault.process()).isEqualTo("help-request");
                assertThat(fault.step()).isEqualTo(STEP);
                assertThat(fault.solvedAt()).isNull();
            });
            assertThat(timeline(id)).contains("Tekninen vaihe ei onnistunut. Ylläpitäjälle on kerrottu").doesNotContain("mail server");

            walk.complete(id, "resolveIncident", "incidentOutcome", "LEAVE");
            assertThat(walk.openTasks(id)).isEmpty();
            walk.timePassesUntil(id, "lookAgainDue");
            assertThat(walk.openTasks(id)).as("left is not forgotten").containsExactly("resolveIncident");
            walk.complete(id, "resolveIncident", Map.of());
            assertThat(walk.openTasks(id)).as("undecided comes back").containsExactly("resolveIncident");

            walk.tasks.complete(walk.task(id, "resolveIncident").getId(), Map.of("incidentOutcome", "RETRY"));
            tryAll(id);
            assertThat(failing.times()).as("tried once").isEqualTo(5);
            assertThat(walk.openTasks(id)).as("failed again: a new task").containsExactly("resolveIncident");
            assertThat(incidents.of(id)).hasSize(2);
        }
        walk.complete(id, "resolveIncident", "incidentOutcome", "RETRY");

        assertThat(walk.openTasks(id)).as("the case goes on").containsExactly("chooseVolunteer");
        assertThat(walk.instances(id)).allSatisfy(i -> assertThat(walk.runtime.createIncidentQuery().processInstanceId(i).count()).isZero());
        assertThat(walk.history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id.toString()).processDefinitionKey("resolve-incident").unfinished().count()).isZero();
        assertThat(timeline(id)).contains("Ylläpitäjä pani vaiheen yrittämään uudelleen", "Ylläpitäjä palaa häiriöön myöhemmin");
    }

    @Test
    void theTaskGoesByItselfWhenTheStepWorksInBetween() {
        UUID id;
        try (var failing = Failing.instead(beans, STEP)) {
            id = accepted();
            waits(id);
            assertThat(failing.times()).isEqualTo(4);
        }
        var job = failed(id);
        walk.jobs.setJobRetries(1).jobId(job.getId()).dueDate(ClockUtil.getCurrentTime()).execute();
        assertThat(walk.openTasks(id)).as("somebody had it tried in Cockpit").isEmpty();
        walk.runJobs(id);

        assertThat(walk.openTasks(id)).containsExactly("chooseVolunteer");
        assertThat(incidents.of(id)).singleElement().satisfies(fault -> assertThat(fault.solvedAt()).isNotNull());
        assertThat(timeline(id)).contains("Tekninen häiriö on ohi.");
    }

    @Test
    void whoWithdrawsWhileAStepFailsLeavesNoTaskBehind() {
        try (var failing = Failing.instead(beans, STEP)) {
            var id = accepted();
            waits(id);
            assertThat(failing.times()).isEqualTo(4);
            walk.requests.withdraw(id, HelpRequests.Who.CLIENT);
            walk.runJobs(id);
            assertThat(walk.openTasks(id)).isEmpty();
            assertThat(walk.instances(id)).isEmpty();
        }
    }

    @Test
    void theAdministratorReadsInTheTaskWhatFailedAndACoordinatorHasNoSuchTask() {
        try (var failing = Failing.instead(beans, STEP)) {
            var id = accepted();
            waits(id);
            assertThat(failing.times()).isEqualTo(4);
            var task = walk.task(id, "resolveIncident").getId();
            var path = "/forms/operations/resolve-incident/1/" + task;
            var admin = Caller.tasklist(port, "admin");
            assertThat(admin.get(path, "en").body()).as("the step and what to do").contains("Tell it is accepted", "Help request", "What to do", "Mend that first", "Try again");
            assertThat(admin.get("/api/cases/" + id, "en").body()).as("the case").contains(walk.requests.find(id).orElseThrow().reference());
            assertThat(admin.get(path, "fi").body()).contains("Avunpyyntö", "Yritä uudelleen").doesNotContain("mail server");
            assertThat(Caller.tasklist(port, "coordinator").get(path).statusCode()).isIn(403, 404);
            assertThat(Caller.basic(port, "coordinator").get("/engine-rest/task/" + task).statusCode()).isIn(403, 404);
            assertThat(Caller.basic(port, "admin").post("/engine-rest/task/" + task + "/submit-form",
                    "{\"variables\":{\"incidentOutcome\":{\"value\":\"LEAVE\"},\"words_note\":{\"value\":\"Postipalvelin oli alhaalla.\"}}}").statusCode()).isEqualTo(204);
            walk.runJobs(id);
            assertThat(timeline(id)).contains("Postipalvelin oli alhaalla.");
        }
    }

    private UUID accepted() {
        var id = walk.received();
        walk.tasks.complete(walk.task(id, "screenRequest").getId(), Map.of("screeningOutcome", "ACCEPTED"));
        return id;
    }

    /** Lets the job executor's clock run until the step has no retry left. @return how long each wait was */
    private List<Duration> waits(UUID id) {
        var waits = new ArrayList<Duration>();
        tryAll(id);
        for (var job = failed(id); job.getRetries() > 0; job = failed(id)) {
            waits.add(Duration.ofSeconds(Math.round((job.getDuedate().getTime() - ClockUtil.getCurrentTime().getTime()) / 1000.0)));
            ClockUtil.setCurrentTime(new Date(job.getDuedate().getTime() + 1));
            tryAll(id);
        }
        return waits;
    }

    /** Runs what is due; what fails stays. */
    private void tryAll(UUID id) {
        for (var due = due(id); !due.isEmpty(); due = due(id)) {
            for (var job : due) {
                try {
                    walk.jobs.executeJob(job.getId());
                } catch (IllegalStateException expected) {
                    assertThat(expected).hasMessage("the mail server is away");
                    return;
                }
            }
        }
    }

    private List<Job> due(UUID id) {
        return walk.instances(id).stream().flatMap(i -> walk.jobs.createJobQuery().processInstanceId(i).executable().list().stream()).toList();
    }

    private Job failed(UUID id) {
        return walk.instances(id).stream().flatMap(i -> walk.jobs.createJobQuery().processInstanceId(i).withException().list().stream()).findFirst().orElseThrow();
    }

    private String timeline(UUID id) {
        return Caller.basic(port, "lead").get("/api/cases/" + id + "/timeline", "fi").body();
    }
}
