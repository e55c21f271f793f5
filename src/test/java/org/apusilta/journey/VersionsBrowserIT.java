package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.contract.Released;
import org.apusilta.engine.Caller;
import org.apusilta.operations.Failing;
import org.apusilta.request.AskedBy;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.batch.Batch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;

/** An administrator moves cases to a newer version and has failed steps tried again, on the page. */
@ApusiltaTest
class VersionsBrowserIT {

    @Autowired Journey walk;
    @Autowired PathsTaken paths;
    @Autowired RepositoryService repository;
    @Autowired DefaultListableBeanFactory beans;
    @LocalServerPort int port;

    private final List<String> deployments = new ArrayList<>();
    private final List<UUID> cases = new ArrayList<>();
    private int old;

    @BeforeEach
    void casesOfAnOldVersion() {
        walk.somePeople();
        var released = Released.deploy(repository, Path.of("releases", "0.1.0", "processes"));
        deployments.add(released.getId());
        released.getDeployedProcessDefinitions().forEach(one -> paths.ignore(one.getId()));
        old = released.getDeployedProcessDefinitions().stream().filter(one -> one.getKey().equals("help-request")).findFirst().orElseThrow().getVersion();
        for (int i = 0; i < 3; i++) {
            cases.add(walk.received());
        }
        cases.add(walk.requests.submit(Journey.aRequest(AskedBy.SELF)).id());
        deployments.add(Released.deploy(repository, Path.of("processes")).getId());
    }

    @AfterEach
    void asBefore() {
        for (int i = deployments.size() - 1; i >= 0; i--) {
            repository.deleteDeployment(deployments.get(i), true);
        }
    }

    @ParameterizedTest
    @CsvSource({"fi, 1300", "en, 1300", "sv, 1300", "fi, 375", "en, 375"})
    void theAdministratorRehearsesMovesAndTriesAgain(String language, int width, Chromium chromium) {
        try (var visitor = chromium.visitor(language, width); var failing = Failing.instead(beans, "tellAccepted")) {
            var failed = failed(cases.get(0));
            assertThat(failing.times()).isEqualTo(4);
            var page = visitor.newPage();
            logIn(page);
            page.navigate("http://localhost:" + port + "/versions");
            looksGood(page, "versions-" + language + "-" + width);
            var reference = walk.requests.find(failed).orElseThrow().reference();
            assertThat(page.locator("#faults tbody").textContent()).contains(reference);
            assertThat(page.content()).as("nothing about people").doesNotContain("Testi-Aune", "Kanervasuo", "the mail server is away");

            page.click("a[href$='/versions/help-request/" + old + "']");
            looksGood(page, "versions-plan-" + language + "-" + width);
            assertThat(page.locator(".box--ok").count()).as("the rehearsal went well").isOne();
            assertThat(page.locator("main").textContent()).contains("0.1.0");
            assertThat(onOld()).as("a rehearsal moves nothing").isEqualTo(4);
            page.click("main form button");
            looksGood(page, "versions-moving-" + language + "-" + width);
            assertThat(page.locator("#moves progress").count()).isPositive();

            walk.jobs.createBatchQuery().list().forEach(this::work);
            assertThat(onOld()).isZero();
            page.click("#moves .link-button");
            page.waitForLoadState();
            assertThat(page.locator("#moves progress").count()).isZero();

            page.locator("#faults tr").filter(new com.microsoft.playwright.Locator.FilterOptions().setHasText(reference)).locator("button").click();
            page.waitForLoadState();
            assertThat(page.locator("#faults").textContent()).doesNotContain(reference);
            failing.close();
            walk.runJobs(failed);
            assertThat(walk.openTasks(failed)).as("the moved case goes on, and the administrator's task is gone").containsExactly("chooseVolunteer");
        }
    }

    @Test
    void whatThePlanCannotMoveIsSaidInWordsAndNobodyElseComesIn() throws IOException {
        assertThat(Caller.tasklist(port, "lead").get("/versions").statusCode()).isEqualTo(403);
        assertThat(Caller.tasklist(port, "manager").get("/versions/help-request/" + old).statusCode()).isEqualTo(403);
        var admin = Caller.tasklist(port, "admin");
        assertThat(admin.get("/versions/help-request/9999").statusCode()).isEqualTo(404);
        assertThat(admin.get("/versions/no-such/1").statusCode()).isEqualTo(404);
        var unequal = repository.createDeployment().addString("help-request.bpmn", drawing().replace("\"screenRequest\"", "\"screenOther\"")).deployWithResult();
        deployments.add(unequal.getId());
        unequal.getDeployedProcessDefinitions().forEach(one -> paths.ignore(one.getId()));
        assertThat(admin.get("/versions/help-request/" + old, "en").body()).contains("They cannot be moved like this").doesNotContain("<form class=\"buttons\"");
        assertThat(onOld()).isEqualTo(4);
    }

    private static String drawing() throws IOException {
        return Files.readString(Path.of("releases", "0.1.0", "processes", "request", "help-request.bpmn"));
    }

    /** @return the case, whose step has failed after all retries */
    private UUID failed(UUID id) {
        walk.tasks.complete(walk.task(id, "screenRequest").getId(), Map.of("screeningOutcome", "ACCEPTED"));
        while (!walk.openTasks(id).contains("resolveIncident")) {
            for (var job : walk.allJobs(id)) {
                try {
                    walk.jobs.executeJob(job.getId());
                } catch (IllegalStateException expected) {
                    assertThat(expected).hasMessage("the mail server is away");
                }
            }
        }
        return id;
    }

    private long onOld() {
        return walk.runtime.createProcessInstanceQuery().processDefinitionKey("help-request").list().stream()
                .filter(one -> one.getProcessDefinitionId().startsWith("help-request:" + old + ":")).count();
    }

    private void work(Batch batch) {
        for (var kind : List.of(batch.getSeedJobDefinitionId(), batch.getBatchJobDefinitionId(), batch.getMonitorJobDefinitionId())) {
            walk.jobs.createJobQuery().jobDefinitionId(kind).list().forEach(job -> walk.jobs.executeJob(job.getId()));
        }
    }

    private static void looksGood(Page page, String name) {
        Chromium.picture(page, name);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("no sideways scrolling").isEqualTo(true);
        Chromium.accessible(page);
    }

    private void logIn(Page page) {
        page.navigate("http://localhost:" + port + "/login");
        page.fill("input[name=username]", "admin");
        page.fill("input[name=password]", "admin");
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
