package org.apusilta.volunteer;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.messaging.internal.Postman;
import org.apusilta.volunteer.Application.Outcome;
import org.apusilta.volunteer.internal.Recruitment;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** In a browser: from the page to a volunteer who can be asked, in Finnish and Swedish through the real Tasklist; and somebody under 15 with a guardian. */
@ApusiltaTest
class OnboardingBrowserIT {

    @LocalServerPort int port;
    @Autowired ListableBeanFactory beans;
    @Autowired Postman post;
    @Autowired Recruitment recruitment;

    private Applying walk;

    @BeforeEach
    void open() {
        walk = new Applying(beans);
        walk.noTimes();
        recruitment.say("FRIEND_VISIT", Recruitment.WHOLE_CITY, true, null, "lead");
        recruitment.say("LUNCH_COMPANION", Recruitment.WHOLE_CITY, true, null, "lead");
    }

    @AfterEach
    void asBefore() {
        walk.database.sql("delete from apusilta.recruitment_override").update();
        ClockUtil.reset();
    }

    @ParameterizedTest
    @CsvSource({"fi, 390, Asia, Merkitse valmiiksi, Selain-Sirkka", "sv, 1280, Ärende, Slutför, Selain-Svea"})
    void fromThePageToTheRegister(String language, int width, String tab, String done, String name, Chromium chromium) {
        try (var applicant = chromium.visitor(language, width); var coordinator = chromium.visitor(language, 1500)) {
            var page = applicant.newPage();
            page.navigate(url("/volunteer?lang=" + language));
            look(page, "apply-" + language + width);
            submit(page);
            assertThat(page.locator("#errors")).isVisible();
            look(page, "apply-errors-" + language + width);
            fill(page, name, "1958", "ADULT");
            submit(page);
            look(page, "apply-sent-" + language + width);
            var id = walk.database.sql("select id from apusilta.application where given_name = ?").param(name).query(UUID.class).single();
            walk.runJobs(id);

            var desk = login(coordinator.newPage(), language);
            desk.navigate(url("/applicants?lang=" + language));
            look(desk, "applicants-" + language);
            walk.someTimes();
            desk.navigate(url("/applicants/times?lang=" + language));
            look(desk, "applicant-times-" + language);
            claim(desk, id, "reviewApplication");
            desk.locator(".nav-tabs").getByText(tab, new Locator.GetByTextOptions().setExact(true)).first().click();
            assertThat(desk.getByText(name).first()).isVisible();
            Chromium.picture(desk, "onboard-tab-" + language);
            desk.locator(".nav-tabs a").first().click();
            choose(desk, id, "reviewApplication", 0, done);

            page.navigate(link(id, "interview-times", language));
            look(page, "talk-" + language + width);
            page.locator("input[name=slot]").first().check();
            submit(page);
            look(page, "talk-booked-" + language + width);
            walk.runJobs(id);
            page.navigate(link(id, "application-received", language));
            look(page, "application-" + language + width);
            walk.timePassesUntil(id, "interviewDay");
            claim(desk, id, "holdInterview");
            desk.locator(".fjs-form input[type=radio]").first().check();
            desk.locator(".fjs-form textarea").first().fill("Naapuri Niina, 040 111");
            Chromium.picture(desk, "onboard-talk-form-" + language);
            complete(desk, id, "holdInterview", done);
            claim(desk, id, "takeReferences");
            assertThat(desk.getByText("Naapuri Niina").first()).isVisible();
            choose(desk, id, "takeReferences", 0, done);
            Proofs.allDone(walk, id);
            assertThat(walk.outcome(id)).isEqualTo(Outcome.ACTIVE);
            desk.navigate(url("/applicants/" + id + "?lang=" + language));
            look(desk, "applicant-active-" + language);
        }
    }

    @ParameterizedTest
    @CsvSource({"fi, 1280, Selain-Lapsi", "sv, 390, Selain-Barn", "en, 390, Selain-Child"})
    void somebodyUnderFifteenNeedsAGuardian(String language, int width, String name, Chromium chromium) {
        try (var child = chromium.visitor(language, width); var guardian = chromium.visitor(language, width)) {
            var page = child.newPage();
            page.navigate(url("/volunteer?lang=" + language));
            assertThat(page.locator("#guardianName").isVisible()).as("asked of those under 15 only").isFalse();
            fill(page, name, String.valueOf(LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).getYear() - 13), "CHILD");
            assertThat(page.locator("#guardianName").isVisible()).isTrue();
            page.fill("#guardianName", "Huoltaja Selain");
            page.fill("#guardianEmail", "huoltaja.selain@example.org");
            look(page, "apply-child-" + language + width);
            submit(page);
            var id = walk.database.sql("select id from apusilta.application where given_name = ?").param(name).query(UUID.class).single();
            walk.runJobs(id);
            var other = guardian.newPage();
            other.navigate(link(id, "guardian-asked", language));
            look(other, "guardian-" + language + width);
            other.click("button[value=yes]");
            look(other, "guardian-given-" + language + width);
            walk.runJobs(id);
            assertThat(walk.openTasks(id)).containsExactly("reviewApplication");

            walk.someTimes();
            walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
            page.navigate(link(id, "interview-times", language));
            page.locator("input[name=slot]").first().check();
            submit(page);
            walk.runJobs(id);
            walk.timePassesUntil(id, "interviewDay");
            walk.complete(id, "holdInterview", Map.of("interviewOutcome", "SUITABLE"), Map.of());
            Proofs.done(walk, id);
            other.navigate(link(id, "city-agreement-guardian", language));
            look(other, "guardian-agreement-" + language + width);
            other.check("#confirm");
            submit(other);
            look(other, "guardian-agreed-" + language + width);
            walk.runJobs(id);
            assertThat(walk.outcome(id)).isEqualTo(Outcome.ACTIVE);
            page.navigate(link(id, "city-agreement-sealed", language));
            assertThat(page.locator("#confirm").count()).as("the child only reads").isZero();
            look(page, "child-agreement-" + language + width);
        }
    }

    private static void fill(Page page, String name, String year, String age) {
        page.check("input[name=kinds][value=FRIEND_VISIT]");
        page.check("input[name=kinds][value=LUNCH_COMPANION]");
        page.selectOption("#district", "703");
        page.check("input[name=reach][value=PART]");
        page.check("input[name=times][value=MON_AM]");
        page.selectOption("#lang-fi", "C1");
        page.check("input[name=practise]");
        page.fill("#motivation", "Olen jäänyt eläkkeelle ja kaipaan ihmisiä.");
        page.selectOption("#heardFrom", "LIBRARY");
        page.fill("#givenName", name);
        page.fill("#familyName", "Kokeilija");
        page.fill("#phone", "+358 40 765 1111");
        page.fill("#email", "selain@example.org");
        page.fill("#birthYear", year);
        page.check("input[name=age][value=" + age + "]");
    }

    private Page login(Page page, String language) {
        page.navigate(url("/login?lang=" + language));
        page.fill("#username", "coordinator");
        page.fill("#password", "coordinator");
        submit(page);
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        return page;
    }

    private void claim(Page desk, UUID id, String key) {
        desk.navigate(url("/camunda/app/tasklist/default/?case=" + key + id + "#/?task=" + walk.task(id, key).getId()));
        desk.locator("button.claim").click();
        assertThat(desk.locator(".fjs-form").first()).isVisible();
    }

    private void choose(Page desk, UUID id, String key, int option, String done) {
        desk.locator(".fjs-form input[type=radio]").nth(option).check();
        Chromium.picture(desk, "onboard-" + key + "-" + done.charAt(0));
        complete(desk, id, key, done);
    }

    private void complete(Page desk, UUID id, String key, String done) {
        desk.getByText(done, new Page.GetByTextOptions().setExact(true)).first().click();
        org.awaitility.Awaitility.await(key + " is completed").atMost(java.time.Duration.ofSeconds(30)).until(() -> !walk.openTasks(id).contains(key));
        walk.runJobs(id);
    }

    private String link(UUID id, String template, String language) {
        post.deliver();
        var sent = walk.messages.of(id).stream().filter(letter -> letter.template().equals(template)).toList();
        assertThat(sent).as(template).isNotEmpty();
        var path = sent.get(sent.size() - 1).links().get(0);
        return url(path.replaceFirst("^https?://[^/]+", "") + "?lang=" + language);
    }

    private static void submit(Page page) {
        page.locator("main form button[type=submit]").last().click();
        page.waitForLoadState();
    }

    private static void look(Page page, String name) {
        Chromium.picture(page, "onboard-" + name);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("no sideways scrolling").isEqualTo(true);
        Chromium.accessible(page);
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }
}
