package org.apusilta.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.internal.Postman;
import org.apusilta.request.AskedBy;
import org.apusilta.request.RequestStatus;
import org.apusilta.request.internal.StatusLinks;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Endings as people meet them: the relative's status page, the coordinator's case page and Tasklist, the volunteer's links. */
@ApusiltaTest
class EndingsBrowserIT {

    @Autowired Journey walk;
    @Autowired Postman post;
    @Autowired Messages messages;
    @Autowired StatusLinks links;
    @LocalServerPort int port;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({"fi, 375", "en, 1200"})
    void aRelativeTellsOfADeathAndTheCoordinatorCallsTheVolunteer(String language, int width, Chromium chromium) {
        var id = walk.received(AskedBy.RELATIVE);
        walk.accept(id);
        walk.chooseFirst(id);
        walk.bothSayYes(id);
        try (var relative = chromium.visitor(language, width); var coordinator = chromium.visitor(language, 1400)) {
            var page = relative.newPage();
            page.navigate(url("/status/" + links.issue(id) + "?lang=" + language));
            page.locator("details:has(#death-words) summary").click();
            page.locator("details:has(#turn-words) > summary").click();
            look(page, "status-turns-" + language);
            page.fill("#death-words", "Äiti nukkui pois.");
            page.check("form:has(#death-words) input[name=sure]");
            page.click("form:has(#death-words) button");
            assertThat(page.locator(".box--ok")).isVisible();
            look(page, "status-told-" + language);

            var desk = login(coordinator.newPage(), language);
            task(desk, id, "checkReport", "check-report-" + language);
            assertThat(desk.getByText("Äiti nukkui pois.").first()).isVisible();
            walk.complete(id, "checkReport", "reportOutcome", "CONFIRMED");
            task(desk, id, "callVolunteer", "call-volunteer-" + language);
            desk.navigate(url("/cases/" + id + "?lang=" + language));
            assertThat(desk.locator(".box--warn").first()).isVisible();
            look(desk, "case-died-" + language);
            walk.complete(id, "callVolunteer", "volunteerCalled", "TALKED");
            walk.timePassesUntil(id, "debriefDue");
            task(desk, id, "debriefVolunteer", "debrief-" + language);
        }
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ENDED);
    }

    @ParameterizedTest
    @CsvSource({"fi, 375", "en, 1200"})
    void aPlannedEndingAndTheVolunteersWish(String language, int width, Chromium chromium) {
        var id = walk.supported();
        walk.timePassesUntil(id, "followUpDue");
        walk.timePassesUntil(id, "checkInsOverdue");
        walk.complete(id, "followUp", "followUpOutcome", "END");
        try (var coordinator = chromium.visitor(language, 1400); var volunteer = chromium.visitor(language, width)) {
            var desk = login(coordinator.newPage(), language);
            task(desk, id, "closeRelationship", "close-" + language);
            desk.navigate(url("/cases/" + id + "?lang=" + language));
            desk.locator("details:has(#rest-until) > summary").click();
            desk.locator("details:has(#change-kind) > summary").first().click();
            desk.locator("details:has(#death-toldBy) > summary").click();
            look(desk, "case-turns-" + language);
            walk.complete(id, "closeRelationship", "closingReason", "GOAL_MET");

            var page = volunteer.newPage();
            page.navigate(link(id, "support-started", "VOLUNTEER") + "?lang=" + language);
            look(page, "tell-us-volunteer-" + language);
            page.navigate(link(id, "thanks-volunteer", "VOLUNTEER") + "?lang=" + language);
            look(page, "what-next-" + language);
            page.check("#wish-GROUP");
            page.click("main form button");
            look(page, "what-next-done-" + language);
            walk.runJobs(id);
            task(desk, id, "helpOnward", "help-onward-" + language);
        }
    }

    private void task(Page desk, UUID id, String key, String name) {
        desk.navigate(url("/camunda/app/tasklist/default/?case=" + key + "#/?task=" + walk.task(id, key).getId()));
        assertThat(desk.locator(".fjs-form").first()).isVisible();
        Chromium.picture(desk, "ending-tasklist-" + name);
    }

    private Page login(Page page, String language) {
        page.navigate(url("/login?lang=" + language));
        page.fill("#username", "coordinator");
        page.fill("#password", "coordinator");
        page.locator("main form button[type=submit]").first().click();
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        return page;
    }

    private String link(UUID id, String template, String role) {
        post.deliver();
        var sent = messages.of(id).stream().filter(m -> m.template().equals(template) && m.role().name().equals(role)).toList();
        assertThat(sent).as(template).isNotEmpty();
        return url(sent.get(sent.size() - 1).links().get(0));
    }

    private void look(Page page, String name) {
        Chromium.picture(page, "ending-" + name);
        Chromium.accessible(page);
    }

    private String url(String path) {
        return path.startsWith("http") ? path.replaceFirst("^https?://[^/]+", "http://localhost:" + port) : "http://localhost:" + port + path;
    }
}
