package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.volunteer.internal.TrainingSessions;
import org.apusilta.volunteer.internal.TrainingSessions.Plan;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What a volunteer gets by link, on a phone; what coordinators and leads work with, narrow and wide; all without barriers. */
@ApusiltaTest
class ProofsBrowserIT extends ProofCase {

    @Autowired TrainingSessions sessions;
    @LocalServerPort int port;

    @Test
    void consentSeatAndAgreementAreGivenOnAPhone(Chromium chromium) {
        var starts = clock.instant().plus(Duration.ofDays(3));
        sessions.plan(new Plan("FRIEND", null, "LIVE", starts, starts.plus(Duration.ofHours(2)), "Itäkeskuksen kirjasto, Turunlinnantie 1", "703", "fi", 2), "coordinator");
        assessed(WITH_MINORS, true);
        wishes(WITH_MINORS, "FRIEND_VISIT");
        try (var phone = chromium.visitor("sv", 390)) {
            var page = phone.newPage();
            start("background-check");
            for (var language : List.of("fi", "en", "sv")) {
                open(page, link("check-consent") + "?lang=" + language);
            }
            Chromium.picture(page, "check-consent-sv");
            page.check("#answer-yes");
            page.click("button[type=submit].hds-button--primary");
            page.waitForSelector(".box--ok");
            Chromium.accessible(page);
            runtime.deleteProcessInstance(process.getId(), "seen");

            start("required-training");
            open(page, link("training-invited") + "?lang=fi");
            Chromium.picture(page, "training-choose-fi");
            page.click("section.box:has-text('Itäkeskuksen kirjasto') .hds-button--primary");
            page.waitForLoadState();
            Chromium.picture(page, "training-chosen-fi");
            page.waitForSelector(".box--ok");
            Chromium.accessible(page);
            open(page, link("training-seat") + "?lang=en");
            runtime.deleteProcessInstance(process.getId(), "seen");

            start("city-agreement");
            open(page, link("city-agreement") + "?lang=sv");
            Chromium.picture(page, "city-agreement-sv");
            page.check("#confirm");
            page.click("button[type=submit].hds-button--primary");
            page.waitForSelector(".box--ok");
            Chromium.accessible(page);
            open(page, "/training?lang=fi");
            Chromium.picture(page, "training-calendar-fi");
        }
        goOn();
        assertThat(until("insured_until")).isNotNull();
    }

    @Test
    void coordinatorsAndLeadsWorkWithThemNarrowAndWide(Chromium chromium) {
        var starts = clock.instant().plus(Duration.ofDays(5));
        var session = sessions.plan(new Plan("BASICS", null, "REMOTE", starts, starts.plus(Duration.ofHours(2)), "Teams", "703", "fi", 20), "coordinator");
        sessions.signUp(session, person, "coordinator");
        start("city-agreement");
        complete("collectCityConfirmation", "cityConfirmation", "PAPER");
        assessed(WITH_MINORS, true);
        var pages = List.of("/trainings", "/trainings/" + session, "/trainings/courses", "/trainings/courses/YOUNG", "/trainings/briefings", "/trainings/import", "/insured", "/checks", "/checks/" + WITH_MINORS,
                "/terms", "/volunteers/" + person + "/proofs", "/volunteers/" + person);
        for (var width : List.of(390, 1280)) {
            try (var lead = chromium.visitor("fi", width)) {
                var page = lead.newPage();
                page.navigate("http://localhost:" + port + "/login?lang=fi");
                page.fill("#username", "lead");
                page.fill("#password", "lead");
                page.click("main button[type=submit]");
                page.waitForURL(url -> !url.contains("/login"));
                for (var path : pages) {
                    open(page, path + "?lang=" + (width < 500 ? "fi" : "en"));
                    Chromium.picture(page, "proofs" + path.replaceAll("[0-9a-f-]{36}", "x").replace('/', '-') + "-" + width);
                }
            }
        }
    }

    private void open(Page page, String path) {
        page.navigate("http://localhost:" + port + path);
        Chromium.accessible(page);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")).as("no sideways scrolling at " + path).isEqualTo(true);
    }
}
