package org.apusilta.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.relationship.Begun.Support;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The visit log, the way to tell us, the view of each side and the coordinator's page, as people meet them. */
@ApusiltaTest
class RelationshipBrowserIT {

    @LocalServerPort int port;
    @Autowired Begun begun;
    @Autowired Messages messages;
    @Autowired Supports supports;
    @Autowired TaskService tasks;

    @ParameterizedTest
    @CsvSource({"fi, 375", "en, 1200", "sv, 375"})
    void aVisitIsToldWithOneClickAndAWorryBecomesATask(String language, int width, Chromium chromium) {
        var support = begun.support();
        begun.timeComes(support.instance(), "visitDue");
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate(link(support, "visit-asked") + "?lang=" + language);
            look(page, "visit-" + language, width);
            page.click("button[value=DONE]");
            assertThat(page.locator("#thanks").count()).isOne();
            page.fill("#minutes", "90");
            page.check("#medium-OUTING");
            page.fill("#note", "Kävimme torilla. 🌷");
            page.locator("details:has(#outsideWords) > summary").click();
            page.check("#outside-DRIVING");
            page.click("button[value=DONE]");
            look(page, "visit-thanks-" + language, width);
            assertThat(page.locator("#outside-DRIVING").count()).as("told once").isZero();
            page.navigate(link(support, "support-started") + "?lang=" + language);
            look(page, "tell-us-" + language, width);
            page.check("#about-MONEY");
            page.check("#urgent-yes");
            page.fill("#words", "Lompakko katosi.");
            page.locator("form:has(#words) button").click();
            look(page, "tell-us-done-" + language, width);
        }
        assertThat(supports.happenings(support.caseId()).visits()).singleElement().satisfies(visit -> {
            assertThat(visit.minutes()).isEqualTo(90);
            assertThat(visit.note()).isEqualTo("Kävimme torilla. 🌷");
        });
        var open = tasks.createTaskQuery().processInstanceBusinessKey(support.caseId().toString());
        assertThat(open.list()).extracting(task -> task.getTaskDefinitionKey()).containsExactlyInAnyOrder("handleConcern", "decideScopeDrift");
        tasks.complete(open.taskDefinitionKey("handleConcern").singleResult().getId(), Map.of("concernOutcome", "MEDIATE"));
        begun.work(support.instance());
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate(link(support, "view-asked") + "?lang=" + language);
            look(page, "view-" + language, width);
            page.check("#wish-AGREEMENT");
            page.click("main form button");
            look(page, "view-done-" + language, width);
        }
        assertThat(supports.happenings(support.caseId()).views()).hasSize(1);
    }

    /** From the worry, by link, through Tasklist and both views to an outcome that both are told. */
    @Test
    void aConcernIsHeardOnBothSidesAndSettled(Chromium chromium) {
        var support = begun.support();
        try (var client = chromium.visitor("fi", 375); var volunteer = chromium.visitor("fi", 375); var coordinator = chromium.visitor("fi-FI", 1500)) {
            var page = client.newPage();
            page.navigate(link(support, "support-started", Role.CLIENT) + "?lang=fi");
            page.check("#about-PEOPLE");
            page.check("#urgent-no");
            page.fill("#words", "Emme oikein juttele.");
            page.locator("form:has(#words) button").click();
            assertThat(page.locator("#became").textContent()).contains("ottaa sinuun yhteyttä");

            var desk = coordinator.newPage();
            logIn(desk);
            settle(desk, support, "handleConcern", "concernOutcome", "MEDIATE");
            says(page, support, Role.CLIENT, "CONTINUE");
            says(volunteer.newPage(), support, Role.VOLUNTEER, "CONTINUE");
            settle(desk, support, "agreeOutcome", "mediationOutcome", "CONTINUE");
        }
        assertThat(messages.of(support.caseId()).stream().filter(mail -> mail.template().equals("support-goes-on")).map(Messages.Sent::role)).containsExactly(Role.CLIENT, Role.VOLUNTEER);
        assertThat(supports.happenings(support.caseId()).worries()).singleElement().satisfies(worry -> assertThat(worry.outcome()).isEqualTo("CONTINUE"));
        assertThat(supports.of(support.caseId()).orElseThrow().period()).isEqualTo(2);
    }

    private void says(Page page, Support support, Role role, String wish) {
        page.navigate(link(support, "view-asked", role) + "?lang=fi");
        look(page, "concern-view-" + role.name().toLowerCase(), 375);
        page.check("#wish-" + wish);
        page.click("main form button");
        begun.work(support.instance());
    }

    /** In Tasklist: claimed, read, decided with a note, and completed. */
    private void settle(Page desk, Support support, String step, String outcome, String choice) {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(support.caseId().toString()).taskDefinitionKey(step).singleResult();
        desk.navigate("http://localhost:" + port + "/camunda/app/tasklist/default/?step=" + step + "#/?task=" + task.getId());
        desk.locator("button.claim").click();
        var radios = desk.locator(".fjs-form input[type=radio]");
        radios.first().waitFor();
        var options = Map.of("concernOutcome", List.of("CONTINUE", "MEDIATE", "CHANGE", "END"), "mediationOutcome", List.of("CONTINUE", "AGREEMENT", "CHANGE", "END")).get(outcome);
        radios.nth(options.indexOf(choice)).check();
        desk.locator(".fjs-form textarea").last().fill("Puhuttiin puhelimessa.");
        Chromium.picture(desk, "concern-" + step);
        desk.getByText("Merkitse valmiiksi", new Page.GetByTextOptions().setExact(true)).first().click();
        org.awaitility.Awaitility.await(step + " is completed").atMost(java.time.Duration.ofSeconds(30)).until(() -> tasks.createTaskQuery().taskId(task.getId()).count() == 0);
        begun.work(support.instance());
    }

    private void logIn(Page page) {
        page.navigate("http://localhost:" + port + "/login");
        page.fill("input[name=username]", "coordinator");
        page.fill("input[name=password]", "coordinator");
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private String link(Support support, String template, Role role) {
        return "http://localhost:" + port + messages.of(support.caseId()).stream().filter(mail -> mail.template().equals(template) && mail.role() == role)
                .reduce((earlier, later) -> later).orElseThrow().links().get(0);
    }

    @ParameterizedTest
    @CsvSource({"fi, 375", "en, 1200"})
    void aCoordinatorRecordsByPhoneWithoutScripts(String language, int width, Chromium chromium) {
        var support = begun.support();
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + "/login");
            page.fill("input[name=username]", "coordinator");
            page.fill("input[name=password]", "coordinator");
            page.click("main button[type=submit]");
            page.navigate("http://localhost:" + port + "/support/" + support.caseId() + "?lang=" + language);
            look(page, "support-" + language, width);
            page.check("#answer-DONE");
            page.fill("#minutes", "45");
            page.click("form:has(#day) button");
            assertThat(page.locator("#became").count()).isOne();
            page.check("#reason-HOSPITAL");
            page.fill("#until", LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).plusDays(14).toString());
            page.click("form:has(#until) button");
            look(page, "support-paused-" + language, width);
        }
        assertThat(supports.happenings(support.caseId()).visits()).singleElement().satisfies(visit -> assertThat(visit.recordedBy()).isEqualTo("coordinator"));
        assertThat(supports.happenings(support.caseId()).pauses()).singleElement().satisfies(pause -> assertThat(pause.recordedBy()).isEqualTo("coordinator"));
    }

    private String link(Support support, String template) {
        return "http://localhost:" + port + messages.of(support.caseId()).stream().filter(message -> message.template().equals(template) && !message.links().isEmpty())
                .findFirst().orElseThrow().links().get(0);
    }

    private static void look(Page page, String name, int width) {
        Chromium.picture(page, name);
        Chromium.accessible(page);
        assertThat((int) page.evaluate("document.documentElement.scrollWidth")).as(name + " needs no sideways scrolling").isLessThanOrEqualTo(width);
    }
}
