package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.messaging.Messages;
import org.apusilta.request.FirstMeetings.Felt;
import org.apusilta.request.FirstMeetings.GoOn;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The pages behind the links of both sides, from the offer to the day after the first meeting, as people meet them. */
@ApusiltaTest
class BothSidesBrowserIT {

    @LocalServerPort int port;
    @Autowired Journey walk;
    @Autowired Messages messages;

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({"fi, 375", "sv, 375", "en, 375", "en, 1200"})
    void bothSayYesVisitAndTellHowItWas(String language, int width, Chromium chromium) {
        walk.somePeople();
        var id = walk.received();
        walk.accept(id);
        walk.chooseFirst(id);
        walk.offerAnswered(id, "yes");
        var seen = "%s-%d-".formatted(language, width);
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            open(page, id, "client-offer", language);
            look(page, seen + "client-offer");
            page.click("button[name=answer][value=yes]");
            look(page, seen + "client-offer-done");
            walk.runJobs(id);

            open(page, id, "both-said-yes", language);
            look(page, seen + "visit");
            page.click("button[value=contact]");
            look(page, seen + "visit-contact");
            assertThat(page.locator("main").textContent()).contains("Koetuskuja");
            page.click("main p a");
            page.fill("#visitOn", LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).plusDays(1).toString());
            page.click("button[value=plan]");
            look(page, seen + "visit-near");
            page.click("button[value=card]");
            look(page, seen + "visit-card");
            assertThat(page.locator("main").textContent()).contains("kuulolaite", "112");

            walk.met(id);
            open(page, id, "meeting-asked-volunteer", language);
            look(page, seen + "meeting");
            page.check("#felt-GOOD");
            page.check("#goOn-NOT_SURE");
            page.fill("#words", "Mietin vielä. 🌷");
            page.click("main button[type=submit]");
            look(page, seen + "meeting-done");
        }
        assertThat(walk.meeting(id).answers()).singleElement().satisfies(said -> {
            assertThat(said.felt()).isEqualTo(Felt.GOOD);
            assertThat(said.goOn()).isEqualTo(GoOn.NOT_SURE);
            assertThat(said.words()).isEqualTo("Mietin vielä. 🌷");
        });
        walk.complete(id, "recordFirstMeeting", Map.of("meetingOutcome", "STOP"));
    }

    private void open(Page page, UUID id, String template, String language) {
        var link = messages.of(id).stream().filter(m -> m.template().equals(template)).reduce((a, b) -> b).orElseThrow().links().get(0);
        page.navigate("http://localhost:" + port + link + "?lang=" + language);
    }

    private static void look(Page page, String name) {
        Chromium.picture(page, "both-" + name);
        Chromium.accessible(page);
    }
}
