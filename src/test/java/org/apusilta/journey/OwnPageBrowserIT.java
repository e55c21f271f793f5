package org.apusilta.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.internal.Postman;
import org.apusilta.volunteer.Volunteers;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The volunteer's own page as they meet it on a phone: asked for, opened, a visit told, a break taken and ended; and the coordinator's by phone. */
@ApusiltaTest
class OwnPageBrowserIT {

    @Autowired Journey walk;
    @Autowired Postman post;
    @Autowired Messages messages;
    @Autowired Volunteers volunteers;
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
    @CsvSource({"fi, 375", "sv, 375", "en, 1200"})
    void aBreakAndTheReturnOnTheOwnPage(String language, int width, Chromium chromium) {
        var id = walk.supported();
        var volunteer = walk.supports.of(id).orElseThrow().volunteerId();
        var visit = "form[action='/own/visit/" + id + "']";   // the volunteer may help somebody of another test, too
        var mail = "oma" + volunteer + "@postia.example";
        walk.database.sql("UPDATE apusilta.volunteer SET email = ? WHERE id = ?").params(mail, volunteer).update();
        try (var phone = chromium.visitor(language, width); var elsewhere = chromium.visitor(language, width)) {
            var page = phone.newPage();
            page.navigate(url("/own?lang=" + language));
            look(page, "ask-" + language);
            page.fill("#contact", mail);
            page.click("main form button");
            assertThat(page.locator("#sent")).isVisible();
            look(page, "sent-" + language);
            var link = link(volunteer);
            page.navigate(link + "?lang=" + language);
            look(page, "open-" + language);
            page.click("main form button");
            page.waitForURL("**/own/page");
            look(page, "page-" + language);
            refused(elsewhere, link, language);

            page.locator(visit + " button").click();
            assertThat(page.locator("#said")).isVisible();
            assertThat(page.locator(visit)).hasCount(0);
            page.locator("a[href*='/own/task/visit-log/" + id + "']").click();
            assertThat(page.locator("#minutes")).isVisible();
            look(page, "visit-" + language);
            page.locator(".own-back a").click();

            page.fill("#rest-until", LocalDate.now(ZoneId.of("Europe/Helsinki")).plusDays(14).toString());
            page.click("#rest");
            assertThat(page.locator("#said")).isVisible();
            assertThat(page.locator("#resting")).isVisible();
            assertThat(page.locator(visit)).hasCount(0);
            walk.runJobs(volunteer);
            walk.runJobs(id);
            look(page, "resting-" + language);
            assertThat(volunteers.restingUntil(volunteer)).isPresent();
            page.click("#back");
            assertThat(page.locator("#said")).isVisible();
            assertThat(page.locator("#resting")).hasCount(0);
            assertThat(volunteers.restingUntil(volunteer)).isEmpty();
            walk.runJobs(volunteer);
            walk.runJobs(id);

            byPhone(chromium, volunteer, language);
            page.locator("#part-leave summary").click();
            page.check("#part-leave input[name=sure]");
            page.click("#leave");
            assertThat(page.locator("#part-leave")).isVisible();
            look(page, "left-" + language);
        }
        assertThat(volunteers.hasLeft(volunteer)).isTrue();
        assertThat(messages.of(volunteer)).extracting(Messages.Sent::template).containsSubsequence("own-page-link", "volunteer-rests", "volunteer-returns");
    }

    private void refused(BrowserContext elsewhere, String link, String language) {
        var other = elsewhere.newPage();
        other.navigate(link + "?lang=" + language);
        assertThat(other.locator("main a[href='/own']")).isVisible();
        look(other, "refused-" + language);
    }

    private void byPhone(Chromium chromium, UUID volunteer, String language) {
        try (var office = chromium.visitor(language, 1400)) {
            var desk = office.newPage();
            desk.navigate(url("/login?lang=" + language));
            desk.fill("#username", "lead");
            desk.fill("#password", "lead");
            desk.locator("main form button[type=submit]").first().click();
            desk.waitForURL(Pattern.compile("^(?!.*/login).*$"));
            desk.navigate(url("/volunteers/" + volunteer + "/by-phone?lang=" + language));
            desk.check("#known-UNKNOWN");
            desk.locator("form[action$='/do/times'] button").click();
            assertThat(desk.locator("#said")).isVisible();
            look(desk, "by-phone-" + language);
        }
    }

    private String link(UUID volunteer) {
        post.deliver();
        var sent = messages.of(volunteer).stream().filter(mail -> mail.template().equals("own-page-link")).toList();
        return url(sent.get(sent.size() - 1).links().get(0));
    }

    private void look(Page page, String name) {
        Chromium.picture(page, "own-" + name);
        Chromium.accessible(page);
    }

    private String url(String path) {
        return path.startsWith("http") ? path.replaceFirst("^https?://[^/]+", "http://localhost:" + port) : "http://localhost:" + port + path;
    }
}
