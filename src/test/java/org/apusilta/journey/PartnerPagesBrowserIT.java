package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.messaging.Messages;
import org.apusilta.partner.HandOffs.State;
import org.apusilta.request.AskedBy;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a partner and a client meet behind their links, and the manager in the register. */
@ApusiltaTest
class PartnerPagesBrowserIT {

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
    @CsvSource({"fi, 390, Lähetä vastaus, Näytä yhteystiedot", "en, 1200, Send the answer, Show the contact details", "sv, 390, Skicka svaret, Visa kontaktuppgifterna"})
    void aPartnerSeesTheMinimumSaysYesAndOnlyThenSeesWho(String language, int width, String send, String open, Chromium chromium) {
        var name = "Testi-Aune";
        var id = walk.handedOff(AskedBy.SELF);
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + link(id, "partner-asked") + "?lang=" + language);
            look(page, "partner-asked-" + language);
            assertThat(page.content()).doesNotContain(name, "Koetuskuja", "+358 40 7654");
            page.click("text=" + send);
            assertThat(page.locator("[role=alert]").isVisible()).as("neither yes nor no").isTrue();
            look(page, "partner-unclear-" + language);
            page.check("#answer-yes");
            page.click("text=" + send);
            look(page, "partner-yours-" + language);
            assertThat(page.content()).doesNotContain(name, "+358 40 7654");
            page.click("text=" + open);
            look(page, "partner-contact-" + language);
            assertThat(page.locator("main").textContent()).contains(name, "+358 40 7654").doesNotContain("Koetuskuja");
        }
        assertThat(walk.handOff(id).state()).isEqualTo(State.ACCEPTED);
    }

    @ParameterizedTest
    @CsvSource({"fi, 1200, 'Ei, apua ei ole tullut'", "sv, 390, 'Nej, ingen hjälp har kommit'"})
    void theClientSaysThatNoHelpHasCome(String language, int width, String no, Chromium chromium) {
        var id = walk.arrivalAsked();
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + link(id, "help-arrived") + "?lang=" + language);
            look(page, "help-arrived-" + language);
            page.click("text=" + no);
            look(page, "help-arrived-done-" + language);
        }
        walk.runJobs(id);
        assertThat(walk.handOff(id).state()).isEqualTo(State.NOT_ARRIVED);
    }

    @ParameterizedTest
    @CsvSource({"fi, 390", "fi, 1300", "en, 1300"})
    void theManagerAddsAPartner(String language, int width, Chromium chromium) {
        var name = "Koivukujan naapurit " + language + width;
        walk.aPartner();
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + "/login");
            page.fill("input[name=username]", "manager");
            page.fill("input[name=password]", "manager");
            page.click("main button[type=submit]");
            page.waitForURL(url -> !url.contains("/login"));
            page.navigate("http://localhost:" + port + "/partners/new");
            page.fill("#name", name);
            page.click("main form button[type=submit]");
            look(page, "partner-problems-" + language + width);
            assertThat(page.locator("[role=alert] li").count()).as("kinds, areas and contact are missing").isEqualTo(3);
            assertThat(page.inputValue("#name")).isEqualTo(name);
            page.check("#kind-FRIEND_VISIT");
            page.check("#area-7");
            page.fill("#contactName1", "Salme Tuomikoski");
            page.fill("#contactPhone1", "+358 40 1231231");
            page.click("main form button[type=submit]");
            look(page, "partners-" + language + width);
            assertThat(page.locator("#partners").textContent()).contains(name, "Salme Tuomikoski");
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
