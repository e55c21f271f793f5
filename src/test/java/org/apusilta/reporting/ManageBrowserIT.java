package org.apusilta.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The managers' page as a browser shows it. */
@ApusiltaTest
class ManageBrowserIT {

    @LocalServerPort int port;
    @Autowired JdbcClient database;
    @Autowired RuntimeService runtime;
    @Autowired Clock clock;

    @ParameterizedTest
    @CsvSource({"fi, 1400", "en, 1400", "fi, 390", "en, 390", "sv, 1400"})
    void chartsAndDrawingStandBesideTheirTables(String language, int width, Chromium chromium) {
        halfAYear();
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            var complaints = new ArrayList<String>();
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    complaints.add(message.text());
                }
            });
            logIn(page);
            page.navigate("http://localhost:" + port + "/manage?major=2");
            page.waitForSelector("#drawing .badge--standing");

            Chromium.picture(page, "manage-" + language + "-" + width);
            assertThat(page.locator(".figure canvas").count()).isEqualTo(4);
            assertThat(page.locator("#drawing .bjs-powered-by").isVisible()).as("the bpmn.io watermark").isTrue();
            assertThat(page.locator("#steps tbody tr[data-step=screenRequest] td").first().textContent())
                    .isEqualTo(page.locator("#drawing [data-container-id=screenRequest] .badge--standing").textContent());
            assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("no sideways scrolling").isEqualTo(true);
            assertThat(complaints).isEmpty();
            Chromium.accessible(page);
        }
    }

    @Test
    void anotherProcessIsOneClickAway(Chromium chromium) {
        try (var visitor = chromium.visitor("en", 1400)) {
            var page = visitor.newPage();
            logIn(page);
            page.navigate("http://localhost:" + port + "/manage");
            page.click("text=Finding a volunteer");
            page.waitForSelector("#drawing [data-element-id=awaitOfferAnswer]");
            assertThat(page.locator(".processes [aria-current=true]").textContent()).isEqualTo("Finding a volunteer");
        }
    }

    private void logIn(Page page) {
        page.navigate("http://localhost:" + port + "/login");
        page.fill("input[name=username]", "manager");
        page.fill("input[name=password]", "manager");
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }

    /** Some cases of half a year in major district 2, with a fixed seed. */
    private void halfAYear() {
        tasks(30, "screenRequest", "arrangeFirstMeeting", "recordFirstMeeting");
        tasks(0, "screenRequest", "arrangeFirstMeeting");
        var dice = new Random(7);
        for (int i = 0; i < 60; i++) {
            var received = clock.instant().minus(Duration.ofHours(dice.nextInt(24 * 180)));
            boolean over = dice.nextInt(3) > 0;
            var id = request(received, over ? List.of("ENDED", "DECLINED", "WITHDRAWN").get(dice.nextInt(3)) : null, over ? received.plus(Duration.ofHours(dice.nextInt(600) + 20)) : null);
            var at = received;
            for (var step : List.of("screenRequest", "findVolunteer", "firstMeeting", "makeAgreement")) {
                var left = at.plus(Duration.ofHours(dice.nextInt(150) + 1));
                boolean stands = !over && dice.nextInt(4) == 0;
                visit(id, step, at, stands || left.isAfter(clock.instant()) ? null : left);
                if (stands || left.isAfter(clock.instant())) {
                    break;
                }
                at = left;
                if (step.equals("makeAgreement")) {
                    visit(id, "supportActivated", at, at);
                }
            }
        }
    }

    /** @param daysAgo when the tasks were made; after a month each is late */
    private void tasks(int daysAgo, String... steps) {
        ClockUtil.offset(-Duration.ofDays(daysAgo).toMillis());
        for (var step : steps) {
            runtime.createProcessInstanceByKey(step.endsWith("FirstMeeting") ? "first-meeting" : "help-request").businessKey(UUID.randomUUID().toString())
                    .setVariable("majorDistrict", "2").setVariable("urgency", "NORMAL").startBeforeActivity(step).execute();
        }
        ClockUtil.reset();
    }

    private UUID request(Instant receivedAt, String outcome, Instant closedAt) {
        var id = UUID.randomUUID();
        var closed = closedAt == null ? null : closedAt.isAfter(clock.instant()) ? clock.instant() : closedAt;
        database.sql("""
                insert into apusilta.help_request (id, reference, asked_by, district, major, description, times, languages, recurring,
                    pets_at_home, smoking_at_home, needs_strength, needs_car, received_at, outcome, closed_at)
                values (?, ?, 'SELF', '201', '2', '', '{}', '{}', true, false, false, false, false, ?, ?, ?)""")
                .params(id, id.toString(), java.sql.Timestamp.from(receivedAt), outcome, closed == null ? null : java.sql.Timestamp.from(closed)).update();
        return id;
    }

    private void visit(UUID caseId, String step, Instant entered, Instant left) {
        database.sql("""
                insert into apusilta.case_step (case_id, process, instance_id, activity_instance_id, step, type, entered_at, left_at)
                values (?, 'help-request', 'by hand', ?, ?, ?, ?, ?)""")
                .params(caseId, UUID.randomUUID().toString(), step, step.equals("supportActivated") ? "noneEndEvent" : "userTask",
                        java.sql.Timestamp.from(entered), left == null ? null : java.sql.Timestamp.from(left)).update();
    }
}
