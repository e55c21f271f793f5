package org.apusilta.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.casefile.AdHocTasks.Kind;
import org.apusilta.engine.Caller;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.security.access.AccessDeniedException;

/** A task of our own: asked for, done, dropped; its words stay with us. */
@ApusiltaTest
class AdHocTaskIT {

    private static final String WORDS = "Soita Hertalle & kysy *avaimesta* {{x}} = 1";

    @Autowired AdHocTasks adHoc;
    @Autowired CaseFiles files;
    @Autowired HelpRequests requests;
    @Autowired TaskService tasks;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;
    @Autowired TestRestTemplate server;
    @LocalServerPort int port;

    private UUID id;

    @BeforeEach
    void aCase() {
        id = requests.submit(Cases.inDistrict("703")).id();
        Cases.as("coordinator-east");
    }

    @AfterEach
    void nobody() {
        Cases.nobody();
    }

    @Test
    void theTableSaysByWhenHowPressingAndOnWhoseDesk() {
        adHoc.ask(id, Kind.CALL_CLIENT, WORDS);
        adHoc.ask(id, Kind.ASK_LEAD, WORDS);
        assertThat(open()).hasSize(2).anySatisfy(task -> assertThat(task.getPriority()).isEqualTo(80))
                .anySatisfy(task -> assertThat(task.getPriority()).isEqualTo(60)).allSatisfy(task -> assertThat(task.getDueDate()).isNotNull());
        assertThat(open().stream().flatMap(task -> tasks.getIdentityLinksForTask(task.getId()).stream()).map(link -> link.getGroupId()))
                .containsExactlyInAnyOrder("coordinators-7", "leads");
    }

    @Test
    void whoDoesItReadsTheWordsInTheFormAndTheEngineNever() {
        adHoc.ask(id, Kind.CALL_CLIENT, WORDS);
        var task = open().get(0);
        var form = Caller.tasklist(port, "coordinator-east").get("/forms/casefile/do-ad-hoc-task/1/" + task.getId()).body();
        assertThat(form).contains("Soita Hertalle").doesNotContain("{{x}}", "*avaimesta*\"");
        assertThat(runtime.getVariables(task.getProcessInstanceId()).toString()).doesNotContain("Herta");
    }

    @Test
    void doneItIsInTheTimelineWithWhoAndWhat() {
        adHoc.ask(id, Kind.VISIT, WORDS);
        var answer = server.withBasicAuth("coordinator-east", "coordinator-east").postForEntity("/engine-rest/task/" + open().get(0).getId() + "/complete",
                Map.of("variables", Map.of("adHocOutcome", Map.of("value", "DONE"), "words_note", Map.of("value", "Avain löytyi."))), String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(204);
        var instance = runtime.createProcessInstanceQuery().processDefinitionKey("adhoc-task").processInstanceBusinessKey(id.toString()).singleResult();
        jobs.createJobQuery().processInstanceId(instance.getId()).list().forEach(job -> jobs.executeJob(job.getId()));
        assertThat(runtime.createProcessInstanceQuery().processInstanceId(instance.getId()).count()).isZero();
        assertThat(files.timeline(id, java.util.Locale.ENGLISH)).anySatisfy(entry -> {
            assertThat(entry.text()).isEqualTo("Task of our own: Visit");
            assertThat(entry.details()).containsExactly(WORDS);
        }).anySatisfy(entry -> {
            assertThat(entry.text()).isEqualTo("The task of our own was done");
            assertThat(entry.details()).containsExactly("Note: Avain löytyi.");
        });
    }

    @Test
    void theEndOfTheCaseDropsItAndNoneCanBeginAfterwards() {
        adHoc.ask(id, Kind.PAPERWORK, WORDS);
        requests.close(id, Outcome.STOPPED);
        assertThat(open()).isEmpty();
        assertThatThrownBy(() -> adHoc.ask(id, Kind.PAPERWORK, WORDS)).isInstanceOf(CaseClosed.class);
    }

    @Test
    void noWordsNoTaskAndNoneInAnotherDistrict() {
        assertThatThrownBy(() -> adHoc.ask(id, Kind.OTHER, "  ")).isInstanceOf(IllegalArgumentException.class);
        var south = requests.submit(Cases.inDistrict("101")).id();
        assertThatThrownBy(() -> adHoc.ask(south, Kind.OTHER, WORDS)).isInstanceOf(AccessDeniedException.class);
    }

    private List<Task> open() {
        return tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).taskDefinitionKey("doAdHocTask").list();
    }
}
