package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.matching.Waiting.Answer;
import org.apusilta.messaging.Messages;
import org.apusilta.partner.NetworkAsks;
import org.apusilta.request.AskedBy;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In a browser: who waits answers, a network is asked, and everybody reads what help is needed. */
@ApusiltaTest
class WaitingPagesBrowserIT {

    private static final String[] SECRETS = {"Testi-Aune", "Koetuskuja", "+358 40 7654", "Vartiokylä"};

    @LocalServerPort int port;
    @Autowired Journey walk;
    @Autowired Messages messages;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({"fi, 390", "sv, 390", "en, 1200", "fi, 1200"})
    void whoWaitsReadsHowLongItMayTakeAndAsksForCompanyMeanwhile(String language, int width, Chromium chromium) {
        var id = walk.received(AskedBy.RELATIVE);
        walk.accept(id);
        walk.timePassesUntil(id, "firstContactDue");
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + link(id, "still-wanted") + "?lang=" + language);
            look(page, "still-wanted-" + language + width);
            page.click("main button[type=submit]");
            assertThat(page.locator("[role=alert]").isVisible()).as("one answer").isTrue();
            page.check("#answer-interim");
            page.click("main button[type=submit]");
            assertThat(page.locator("[role=alert]").isVisible()).as("and what").isTrue();
            look(page, "still-wanted-interim-" + language + width);
            assertThat(page.isChecked("#answer-interim")).isTrue();
            page.check("input[name=interim] >> nth=0");
            page.fill("#words", "Mieluiten iltapäivällä.");
            page.click("main button[type=submit]");
            look(page, "still-wanted-done-" + language + width);
            page.navigate("http://localhost:" + port + link(id, "still-wanted") + "?lang=" + language);
            assertThat(page.locator("main form").count()).as("answered once").isZero();
        }
        walk.runJobs(id);
        var contact = walk.waiting.of(id).orElseThrow().contacts().get(0);
        assertThat(contact.answer()).isEqualTo(Answer.INTERIM);
        assertThat(contact.interim()).isEqualTo("Puhelinystävä");
        assertThat(walk.openTasks(id)).contains("arrangeInterim");
    }

    @ParameterizedTest
    @CsvSource({"fi, 390", "en, 1200", "sv, 390"})
    void theMembersOfANetworkReadNothingOfTheClientAndTheSecondReadsThatItIsTaken(String language, int width, Chromium chromium) {
        var id = walk.networkAsked(2);
        var letters = messages.of(id).stream().filter(sent -> sent.template().equals("network-asked")).map(sent -> sent.links().get(0)).toList();
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + letters.get(0) + "?lang=" + language);
            look(page, "network-ask-" + language + width);
            assertThat(page.locator("body").textContent()).doesNotContain(SECRETS);
            page.click("main button[value=yes]");
            look(page, "network-yours-" + language + width);
            page.navigate("http://localhost:" + port + letters.get(1) + "?lang=" + language);
            look(page, "network-taken-" + language + width);
            assertThat(page.locator("main form").count()).isZero();
        }
        assertThat(walk.networks.of(id).get(0).state()).isEqualTo(NetworkAsks.State.TAKEN);
    }

    @ParameterizedTest
    @CsvSource({"fi, 390", "en, 1200", "sv, 390"})
    void everybodyReadsWhatIsNeededAndNotWhoNeedsIt(String language, int width, Chromium chromium) {
        var id = walk.received();
        walk.accept(id);
        walk.complete(id, "chooseVolunteer", "chosenVolunteerId", "NOBODY");
        walk.complete(id, "widenSearch", "searchOutcome", "RECRUIT");
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + "/needs?lang=" + language);
            look(page, "needs-" + language + width);
            assertThat(page.locator("main").textContent()).doesNotContain(SECRETS);
            assertThat(page.locator("main section").count()).isPositive();
        }
    }

    private String link(UUID id, String template) {
        return messages.of(id).stream().filter(sent -> sent.template().equals(template)).findFirst().orElseThrow().links().get(0);
    }

    private static void look(Page page, String name) {
        Chromium.picture(page, name);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("no sideways scrolling").isEqualTo(true);
        Chromium.accessible(page);
    }
}
