package org.apusilta.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The coordinators' pages as a browser shows them: wide and on a phone, with and without scripts. */
@ApusiltaTest
class CasesBrowserIT {

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired HelpRequests requests;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;

    @AfterEach
    void takeAway() {
        new ManyCases(database).takeAway();
    }

    @ParameterizedTest
    @CsvSource({"fi, 1400", "en, 1400", "sv, 1400", "fi, 375", "en, 375"})
    void theListAndACaseAreReadableForEverybody(String language, int width, Chromium chromium) {
        new ManyCases(database).write(120);
        var id = requests.submit(Cases.of("Sirkka Selainen", "703", "fi")).id();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().forEach(instance ->
                jobs.createJobQuery().processInstanceId(instance.getId()).messages().list().forEach(job -> jobs.executeJob(job.getId())));
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            logIn(page, "lead");
            look(page, "/cases", "cases-" + language + "-" + width, width);
            look(page, "/cases?overdue=1&urgency=URGENT", "cases-filtered-" + language + "-" + width, width);
            look(page, "/cases/" + id, "case-" + language + "-" + width, width);
            page.locator("main details").all().forEach(one -> one.evaluate("d => d.open = true"));
            look(page, null, "case-open-" + language + "-" + width, width);
            database.sql("update apusilta.message set state = 'BY_HAND', sent_at = null, next_try = null where case_id = ?").param(id).update();
            look(page, "/cases/to-tell", "to-tell-" + language + "-" + width, width);
            look(page, "/cases/" + id, "case-to-tell-" + language + "-" + width, width);
            look(page, "/cases/hand-over", "hand-over-" + language + "-" + width, width);
            look(page, "/absences", "absences-" + language + "-" + width, width);
        }
    }

    @Test
    void aCoordinatorsMorningWithoutScripts(Chromium chromium) {
        var id = requests.submit(Cases.of("Sirkka Selainen", "703", "fi")).id();
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().forEach(instance ->
                jobs.createJobQuery().processInstanceId(instance.getId()).messages().list().forEach(job -> jobs.executeJob(job.getId())));
        try (var visitor = chromium.visitorWithoutJavaScript("en", 1200)) {
            var page = visitor.newPage();
            logIn(page, "coordinator-east");
            page.navigate("http://localhost:" + port + "/cases");
            page.fill("#phrase", "Selaisen Sirka");
            page.click(".cases__search button");
            assertThat(page.url()).contains("find=").doesNotContain("Sela");
            assertThat(page.locator("tbody tr").first().textContent()).contains("Sirkka Selainen", "Screen");
            page.locator("tbody input[value='" + id + "']").check();
            page.click("button[value=take]");
            assertThat(page.locator("[role=status]").first().textContent()).contains("You took one case");
            page.click("tbody th a");
            page.click("summary:has-text('Add a task')");
            page.selectOption("#task-kind", "PAPERWORK");
            page.fill("#what", "Post the brochure.");
            page.click("button:has-text('Add the task')");
            page.waitForLoadState();
            assertThat(page.locator("main").textContent()).contains("The task was added", "Do what was agreed", "Post the brochure.");
            page.click("summary:has-text('Log a call')");
            page.selectOption("#outcome", "NO_ANSWER");
            page.click("button:has-text('Save the call')");
            page.waitForLoadState();
            assertThat(page.locator("main").textContent()).contains("We called: the client. No answer");
            page.click("summary:has-text('Add a document')");
            page.setInputFiles("#file", new com.microsoft.playwright.options.FilePayload("consent.pdf", "application/pdf", "%PDF-1.7 yes".getBytes()));
            page.click("section:has(#documents) button");
            page.waitForLoadState();
            assertThat(page.locator("main").textContent()).contains("consent.pdf", "opened 0 times");
            assertThat(page.url()).as("what came of it is read first").endsWith("#said");
            page.click("#said a");
            assertThat(page.url()).endsWith("#documents");
            database.sql("update apusilta.message set state = 'BY_HAND', sent_at = null, next_try = null where case_id = ?").param(id).update();
            page.navigate("http://localhost:" + port + "/cases/to-tell");
            page.locator("main li:has(a[href*='" + id + "']) button").first().click();
            assertThat(page.locator("#said").textContent()).contains("told");
            assertThat(database.sql("select told_by from apusilta.message where case_id = ? and state = 'TOLD'").param(id).query(String.class).list()).containsOnly("coordinator-east");
        }
    }

    private void look(Page page, String path, String picture, int width) {
        if (path != null) {
            page.navigate("http://localhost:" + port + path);
        }
        Chromium.picture(page, picture);
        Chromium.accessible(page);
        assertThat((Integer) page.evaluate("document.documentElement.scrollWidth")).as(picture + " does not scroll sideways").isLessThanOrEqualTo(width);
    }

    private void logIn(Page page, String who) {
        page.navigate("http://localhost:" + port + "/login");
        page.fill("input[name=username]", who);
        page.fill("input[name=password]", who);
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }
}
