package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.messaging.Messages;
import org.apusilta.volunteer.internal.CareDue;
import org.apusilta.volunteer.internal.CareDue.Due;
import org.apusilta.volunteer.internal.Recreations.Recreation;
import org.apusilta.volunteer.process.RecognitionProcess;
import org.apusilta.volunteer.process.RecreationProcess;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A coordinator thanks many at once and invites to something nice; the volunteer opens the certificate and answers. */
@ApusiltaTest
class CareBrowserIT {

    @LocalServerPort int port;
    @Autowired Registered registered;
    @Autowired RecognitionProcess process;
    @Autowired RecreationProcess recreation;
    @Autowired CareDue due;
    @Autowired CareLog log;
    @Autowired Messages messages;
    @Autowired TaskService tasks;
    @Autowired ManagementService jobs;
    @Autowired JdbcClient database;

    @ParameterizedTest
    @CsvSource({"fi, 390", "en, 1300", "sv, 1300"})
    void thanksForManyAndACertificate(String language, int width, Chromium chromium) {
        database.sql("UPDATE apusilta.care_due SET settled_at = now(), outcome = 'SET_ASIDE' WHERE settled_at IS NULL").update();
        var one = waiting("Aino", "YEARS_5", true);
        var other = waiting("Bertta", "HOURS_100", true);
        var taken = waiting("Cecilia", "FIRST_VISIT", false);
        tasks.setAssignee(tasks.createTaskQuery().processInstanceId(instance(taken)).singleResult().getId(), "lead");
        log.note(who(one), CareKind.ORIENTATION, LocalDate.of(2026, 3, 2), "coordinator-east");
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            login(page);
            page.navigate(url("/volunteers/thanks"));
            look(page, "care-thanks-" + language + width);
            page.click("main form button[type=submit]");
            assertThat(page.locator("[role=alert]").isVisible()).isTrue();
            page.locator("main input[type=checkbox]").all().forEach(box -> box.check());
            // meanwhile a colleague is quicker with one of them
            tasks.complete(tasks.createTaskQuery().processInstanceId(instance(other)).singleResult().getId(), java.util.Map.of("thanksOutcome", "SKIP"));
            page.click("main form button[type=submit]");
            look(page, "care-thanked-" + language + width);
            assertThat(page.locator("#said").textContent()).contains("Bertta Vesala").doesNotContain("Aino", "Cecilia");
            page.navigate(url("/volunteers/" + who(one) + "/care"));
            look(page, "care-one-" + language + width);
            page.navigate(url("/volunteers/" + who(one)));
            look(page, "care-card-" + language + width);
        }
        work(instance(one));
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate(url(messages.of(who(one)).get(0).links().get(0)) + "?lang=" + language);
            look(page, "certificate-link-" + language + width);
            var file = page.request().get(url(page.locator("main a[href*='lang=en']").getAttribute("href")));
            assertThat(file.headers().get("content-type")).isEqualTo("application/pdf");
        }
    }

    @ParameterizedTest
    @CsvSource({"fi, 1300", "en, 390"})
    void anInvitationIsSentAndAnswered(String language, int width, Chromium chromium) {
        var guest = registered.volunteer("Kutsuttu", "ne");
        var id = UUID.randomUUID();
        var day = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/Helsinki")).plusDays(30);
        var begin = day.atTime(13, 0).atZone(ZoneId.of("Europe/Helsinki")).toInstant();
        recreation.plan(new Recreation(id, "Kiitoskahvit", "Tackkaffe", "Coffee and thanks", "Stoa, Turunlinnantie 1", begin, begin.plusSeconds(7200), day.minusDays(7), 1, 0, "7", "coordinator-east", null, null, null));
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            login(page);
            page.navigate(url("/volunteers/recreation"));
            look(page, "recreations-" + language + width);
            page.navigate(url("/volunteers/recreation/new"));
            look(page, "recreation-new-" + language + width);
            page.navigate(url("/volunteers/recreation/" + id + "?choose=true&language=fi&kind=FRIEND_VISIT&years=5"));
            look(page, "recreation-choose-" + language + width);
            page.locator("#guests input[type=checkbox]").all().forEach(box -> {
                if (!box.getAttribute("value").equals(guest.toString())) {
                    box.uncheck();
                }
            });
            page.click("#guests button[type=submit]");
            look(page, "recreation-invited-" + language + width);
            assertThat(page.locator("main table").textContent()).contains("Kutsuttu Vesala");
        }
        work(database.sql("SELECT instance_id FROM apusilta.recreation WHERE id = ?").param(id).query(String.class).single());
        try (var visitor = chromium.visitor(language, width)) {
            var page = visitor.newPage();
            page.navigate(url(messages.of(guest).get(0).links().get(0)) + "?lang=" + language);
            look(page, "recreation-link-" + language + width);
            page.check("#answer-yes");
            page.click("main button[type=submit]");
            look(page, "recreation-answered-" + language + width);
            assertThat(page.locator("h1").textContent()).isEqualTo(language.equals("fi") ? "Kiitoskahvit" : "Coffee and thanks");
            assertThat(page.locator("[role=status]").isVisible()).isTrue();
        }
        assertThat(database.sql("SELECT taken FROM apusilta.recreation WHERE id = ?").param(id).query(Integer.class).single()).isOne();
    }

    private UUID waiting(String name, String milestone, boolean certificate) {
        var volunteer = registered.volunteer(name, "ne");
        var id = UUID.randomUUID();
        database.sql("INSERT INTO apusilta.care_due (id, volunteer_id, reason, occasion, certificate, found_on) VALUES (?, ?, 'MILESTONE', ?, ?, current_date)").params(id, volunteer, milestone, certificate).update();
        process.beginFound();
        return id;
    }

    private UUID who(UUID one) {
        return due.find(one).map(Due::volunteerId).orElseThrow();
    }

    private String instance(UUID one) {
        return due.find(one).map(Due::instanceId).orElseThrow();
    }

    private void work(String instance) {
        for (var next = jobsOf(instance); !next.isEmpty(); next = jobsOf(instance)) {
            next.forEach(jobs::executeJob);
        }
    }

    private List<String> jobsOf(String instance) {
        return jobs.createJobQuery().processInstanceId(instance).messages().list().stream().map(job -> job.getId()).toList();
    }

    private void login(Page page) {
        page.navigate(url("/login"));
        page.fill("input[name=username]", "coordinator-east");
        page.fill("input[name=password]", "coordinator-east");
        page.click("main button[type=submit]");
        page.waitForURL(url -> !url.contains("/login"));
    }

    private String url(String path) {
        return "http://localhost:" + port + path;
    }

    private static void look(Page page, String name) {
        Chromium.picture(page, name);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= innerWidth")).as("no sideways scrolling").isEqualTo(true);
        Chromium.accessible(page);
    }
}
