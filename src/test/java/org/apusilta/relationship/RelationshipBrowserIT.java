package org.apusilta.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.messaging.Messages;
import org.apusilta.relationship.Begun.Support;
import org.camunda.bpm.engine.TaskService;
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
            page.click("button[value=DONE]");
            look(page, "visit-thanks-" + language, width);
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
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(support.caseId().toString()).singleResult().getTaskDefinitionKey()).isEqualTo("handleConcern");
        tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(support.caseId().toString()).singleResult().getId(), java.util.Map.of("concernOutcome", "MEDIATE"));
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
            page.fill("#until", LocalDate.now().plusDays(14).toString());
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
