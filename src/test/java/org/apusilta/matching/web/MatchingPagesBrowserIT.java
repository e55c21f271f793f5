package org.apusilta.matching.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.matching.Searching;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Registered;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** A lead makes a round and confirms it, looks at one request in full, and keeps new weights, in a browser. Everybody here speaks Tamil. */
@ApusiltaTest
class MatchingPagesBrowserIT {

    @Autowired HelpRequests requests;
    @Autowired Registered registered;
    @Autowired RuntimeService runtime;
    @Autowired ManagementService jobs;
    @Autowired TaskService tasks;
    @Autowired JdbcTemplate jdbc;
    @LocalServerPort int port;

    private Searching searching;

    @BeforeEach
    void alone() {
        searching = new Searching(requests, runtime, jobs, tasks, jdbc, "ta");
        searching.alone();
    }

    @AfterEach
    void weightsAsBefore() {
        jdbc.update("DELETE FROM apusilta.candidate_list WHERE weights_version > 1");
        jdbc.update("DELETE FROM apusilta.round WHERE weights_version > 1");
        jdbc.update("DELETE FROM apusilta.weights WHERE version > 1");
    }

    @ParameterizedTest
    @CsvSource({"fi, 1300", "en, 390"})
    void aLeadConfirmsARoundAndKeepsNewWeights(String language, int width, Chromium chromium) {
        var maire = registered.volunteer("Maire", "ta");
        registered.change(maire, "UPDATE apusilta.volunteer SET slots = 5");
        registered.change(registered.volunteer("Onni", "ta"), "UPDATE apusilta.volunteer SET slots = 1, x = x + 3000");
        registered.change(registered.volunteer("Tuovi", "ta"), "UPDATE apusilta.volunteer SET slots = NULL, x = x + 9000");
        var first = searching.at("Aamu Toivonen", "MON_AM");
        searching.at("Ilta Toivonen", "MON_EVE", "TUE_PM");
        registered.change(maire, "UPDATE apusilta.volunteer SET slots = 5");
        searching.at("Aamu Toivokas", "SUN_EVE");

        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + "/matching/rounds");
            page.fill("input[name=username]", "lead");
            page.fill("input[name=password]", "lead");
            page.click("main button[type=submit]");
            page.navigate("http://localhost:" + port + "/matching/rounds");
            looksGood(page, "rounds-" + language + "-" + width);
            page.check("input[value=CRISIS]");
            page.click("details.more summary");
            page.check("input[value=" + Searching.KIND + "]");
            page.click("main form button[type=submit]");

            page.waitForURL("**/matching/rounds/*-*");
            page.locator("details summary").first().click();
            looksGood(page, "round-" + language + "-" + width);
            assertThat(page.locator("input[name=cases]").count()).isEqualTo(2);
            page.click("#proof button");
            assertThat(page.locator("#proof .box--ok").count()).isOne();
            page.locator("input[name=cases]").nth(1).uncheck();
            page.click("button[value=confirm]");
            page.waitForURL("**#said");
            looksGood(page, "round-confirmed-" + language + "-" + width);
            assertThat(page.locator(".matching__BOOKED").count()).isOne();
            assertThat(page.locator("input[name=cases]").count()).as("the other is undecided").isOne();

            page.navigate("http://localhost:" + port + "/matching/cases/" + first);
            page.fill("#name", "Tuovi");
            page.click("#why-not button");
            assertThat(page.locator("#why-not [role=status] li").count()).isPositive();
            looksGood(page, "choosing-" + language + "-" + width);

            page.navigate("http://localhost:" + port + "/matching/weights");
            page.fill("#distance", "200");
            page.click("main form button[type=submit]");
            assertThat(page.locator("#distance").getAttribute("aria-invalid")).isEqualTo("true");
            looksGood(page, "weights-mistake-" + language + "-" + width);
            page.fill("#distance", "27.5");
            page.click("main form button[type=submit]");
            assertThat(page.locator("[role=status]").count()).isOne();
            looksGood(page, "weights-" + language + "-" + width);

            page.navigate("http://localhost:" + port + "/matching/fairness?by=AGE");
            looksGood(page, "fairness-" + language + "-" + width);
            page.navigate("http://localhost:" + port + "/volunteers/" + maire + "/matching");
            looksGood(page, "volunteer-wishes-" + language + "-" + width);
        }
    }

    private static void looksGood(Page page, String name) {
        Chromium.accessible(page);
        assertThat((Boolean) page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("%s: nothing sticks out", name).isTrue();
        Chromium.picture(page, name);
    }
}
