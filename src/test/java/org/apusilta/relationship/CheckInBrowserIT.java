package org.apusilta.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.messaging.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The check-in page as the client meets it, from the link in the message. */
@ApusiltaTest
class CheckInBrowserIT {

    @LocalServerPort int port;
    @Autowired Begun begun;
    @Autowired Messages messages;
    @Autowired Supports supports;

    @ParameterizedTest
    @CsvSource({"fi, 390, Lähetä", "en, 1200, Send", "sv, 390, Skicka"})
    void theClientAnswersByTheLink(String language, int width, String send, Chromium chromium) {
        var support = begun.support();
        begun.timeComes(support.instance(), "followUpDue");
        var link = messages.of(support.caseId()).stream().filter(message -> message.template().equals("check-in-client")).findFirst().orElseThrow().links().get(0);
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate("http://localhost:" + port + link + "?lang=" + language);
            look(page, "check-in-" + language);
            page.check("#wellbeing2");
            page.check("#worried-yes");
            page.fill("#note", "Aika ei tunnu riittävän. 🌷");
            page.click("text=" + send);
            look(page, "check-in-done-" + language);
        }
        assertThat(supports.checkIns(support.caseId())).singleElement().satisfies(answer -> {
            assertThat(answer.wellbeing()).isEqualTo(2);
            assertThat(answer.concern()).isTrue();
            assertThat(answer.note()).isEqualTo("Aika ei tunnu riittävän. 🌷");
        });
    }

    private static void look(Page page, String name) {
        Chromium.picture(page, name);
        Chromium.accessible(page);
    }
}
