package org.apusilta.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apusilta.ApusiltaTest;
import org.apusilta.Chromium;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.internal.Postman;
import org.apusilta.request.RequestStatus;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * One case as five people live it, in Finnish, in a real browser: the social worker asks, the coordinator works in Tasklist, the
 * volunteer and the client answer by their links, the manager looks on. Screenshots are in {@code target/screenshots}.
 */
@ApusiltaTest
class WholeCaseBrowserIT {

    /** Part of what the five write into forms, Tasklist's too. */
    private static final List<String> WRITTEN = List.of("Selma", "Selainkoe", "7654 9999", "selma@", "Selaimenkuja", "Sosiaalinen", "sanna@city",
            "juttuseuraa", "kuulolaite vasemmassa", "alaovella");

    @Autowired Journey walk;
    @Autowired Postman post;
    @Autowired Messages messages;
    @LocalServerPort int port;

    private int shots;

    @BeforeEach
    void people() {
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void aCaseFromRequestToFarewellThroughFivePeoplesEyes(Chromium chromium) {
        try (var worker = chromium.visitor("fi-FI", 1280);
                var coordinator = chromium.visitor("fi-FI", 1500);
                var client = chromium.visitor("fi-FI", 390);
                var volunteer = chromium.visitor("fi-FI", 390);
                var manager = chromium.visitor("fi-FI", 1280)) {
            var id = socialWorkerAsks(login(worker.newPage(), "social-worker"));
            walk.runJobs(id);

            var desk = login(coordinator.newPage(), "coordinator");
            screen(desk, id);
            choose(desk, id);
            volunteerSaysYes(volunteer.newPage(), id);
            clientSaysYes(desk, client.newPage(), id);
            meet(desk, id);
            agree(desk, id);
            confirm(client.newPage(), id, "CLIENT");
            confirm(volunteer.newPage(), id, "VOLUNTEER");
            assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ACTIVE);

            walk.timePassesUntil(id, "followUpDue");
            checkIn(client.newPage(), id, "CLIENT");
            checkIn(volunteer.newPage(), id, "VOLUNTEER");
            followUpAndClose(desk, id);
            assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ENDED);

            socialWorkerSeesWhatBecameOfIt(worker.pages().get(0), id);
            managerLooksOn(login(manager.newPage(), "manager"));
            walk.engineKnowsNothingOf(WRITTEN);
        }
    }

    private UUID socialWorkerAsks(Page page) {
        page.navigate(url("/request/brief"));
        if (page.locator("main form button").count() > 0) {   // once for each account of this database
            submit(page);
        }
        page.navigate(url("/request"));
        look(page, "who-asks");
        page.check("input[name=askedBy][value=SOCIAL_WORKER]");
        submit(page);
        page.check("#consentGiven");
        page.fill("[name='consent.askedBy']", "Sanna Sosiaalinen");
        page.fill("[name='consent.askedOn']", "2026-11-19");
        page.fill("[name='requester.name']", "Sanna Sosiaalinen");
        page.fill("[name='requester.organisation']", "Itäinen sosiaaliasema");
        page.fill("[name='requester.email']", "sanna@city.example.org");
        page.fill("[name='client.name']", "Selma Selainkoe");
        page.fill("[name='client.birthYear']", "1938");
        page.fill("[name='client.phone']", "+358 40 7654 9999");
        page.fill("[name='client.email']", "selma@client.example.org");
        page.selectOption("[name='client.language']", "fi");
        page.fill("[name='client.address']", "Selaimenkuja 1");
        page.selectOption("[name='client.district']", "703");
        page.check("input[name=kinds][value=FRIEND_VISIT]");
        page.fill("[name=description]", "Selma kaipaa juttuseuraa viikonloppuisin.");
        page.fill("[name=hoursPerWeek]", "2");
        page.fill("[name='practical.hearing']", "kuulolaite vasemmassa korvassa");
        page.fill("[name=responsibleForCare]", "Kotihoidon tiimi 4");
        page.fill("[name=contactPerson]", "Sanna Sosiaalinen");
        page.check("input[name=tellBack][value=PROGRESS]");
        look(page, "request-filled");
        submit(page);
        assertThat(page.locator("h1")).isVisible();
        look(page, "receipt");
        var reference = page.locator(".reference strong").first().textContent().strip();
        return walk.database.sql("select id from apusilta.help_request where reference = :r").param("r", reference).query(UUID.class).single();
    }

    private void screen(Page desk, UUID id) {
        open(desk, id, "screenRequest");
        look(desk, "tasklist-screen", false);
        desk.locator(".tabbed-content, .nav-tabs").getByText("Asia", new Locator.GetByTextOptions().setExact(true)).first().click();
        assertThat(desk.getByText("Selma Selainkoe").first()).isVisible();
        assertThat(desk.getByText("kuulolaite vasemmassa korvassa").first()).isVisible();
        look(desk, "tasklist-case-tab", false);
        desk.locator(".nav-tabs").getByText("Lomake", new Locator.GetByTextOptions().setExact(true)).first().click();
        // the border of each piece is as the rules propose; the decision is the coordinator's
        assertThat(desk.locator(".fjs-form input[type=radio]").first()).isChecked();
        pick(desk, 2);
        complete(desk, id, "screenRequest");
        walk.task(id, "chooseVolunteer");
    }

    private void choose(Page desk, UUID id) {
        open(desk, id, "chooseVolunteer");
        assertThat(desk.locator(".fjs-form input[type=radio]").first()).isVisible();
        look(desk, "tasklist-choose", false);
        // nobody without a reason is refused; the first after all needs none, and the button is not left shut
        desk.locator(".fjs-form input[type=radio]").last().check();
        desk.getByText("Merkitse valmiiksi", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(desk.locator(".fjs-form-field-error").first()).isVisible();
        desk.locator(".page-notifications .close:visible").first().click();
        pick(desk, 0);
        complete(desk, id, "chooseVolunteer");
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.OFFERED);
    }

    private void clientSaysYes(Page desk, Page page, UUID id) {
        open(desk, id, "confirmWithClient");
        look(desk, "tasklist-confirm-with-client", false);
        page.navigate(link(id, "CLIENT", "client-offer"));
        look(page, "client-offer");
        page.click("button[name=answer][value=yes]");
        look(page, "client-offer-answered");
        walk.runJobs(id);
    }

    private void volunteerSaysYes(Page page, UUID id) {
        page.navigate(link(id, "VOLUNTEER", "offer"));
        assertThat(page.locator("body")).not().containsText("Selma");
        look(page, "offer");
        page.click("button[name=answer][value=yes]");
        look(page, "offer-accepted");
        walk.runJobs(id);
    }

    private void meet(Page desk, UUID id) {
        open(desk, id, "arrangeFirstMeeting");
        desk.locator(".fjs-form input").first().fill("15.12.2026");
        desk.keyboard().press("Tab");
        desk.locator(".fjs-form textarea").first().fill("Selman kotona, alaovella");
        look(desk, "tasklist-first-meeting", false);
        complete(desk, id, "arrangeFirstMeeting");
        assertThat(walk.meetings.day(id, walk.matching.matched(id).orElseThrow())).hasToString("Optional[2026-12-15]");
        walk.timePassesUntil(id, "meetingHeld");
        open(desk, id, "recordFirstMeeting");
        pick(desk, 0);
        look(desk, "tasklist-met", false);
        complete(desk, id, "recordFirstMeeting");
    }

    private void agree(Page desk, UUID id) {
        open(desk, id, "finaliseAgreement");
        pick(desk, 0);
        assertThat(desk.locator(".fjs-form textarea").first()).hasValue(Pattern.compile(".+", Pattern.DOTALL));
        look(desk, "tasklist-agreement", false);
        complete(desk, id, "finaliseAgreement");
        walk.task(id, "collectConfirmations");
    }

    private void confirm(Page page, UUID id, String role) {
        page.navigate(link(id, role, "agreement-confirm-" + role.toLowerCase()));
        look(page, "agreement-" + role.toLowerCase());
        page.check("#confirm");
        submit(page);
        look(page, "agreement-confirmed-" + role.toLowerCase());
        walk.runJobs(id);
    }

    private void checkIn(Page page, UUID id, String role) {
        page.navigate(link(id, role, "check-in-" + role.toLowerCase()));
        page.check("input[name=wellbeing][value='5']");
        page.check("input[name=worried][value=no]");
        look(page, "check-in-" + role.toLowerCase());
        submit(page);
        look(page, "check-in-thanks-" + role.toLowerCase());
        walk.runJobs(id);
    }

    private void followUpAndClose(Page desk, UUID id) {
        open(desk, id, "followUp");
        pick(desk, 3);
        look(desk, "tasklist-follow-up", false);
        complete(desk, id, "followUp");
        open(desk, id, "closeRelationship");
        pick(desk, 0);
        look(desk, "tasklist-close", false);
        complete(desk, id, "closeRelationship");
    }

    private void socialWorkerSeesWhatBecameOfIt(Page page, UUID id) {
        page.navigate(url("/requests"));
        assertThat(page.getByText(walk.requests.facts(id).reference()).first()).isVisible();
        look(page, "own-requests");
    }

    private void managerLooksOn(Page page) {
        page.navigate(url("/manage"));
        assertThat(page.locator("h1")).isVisible();
        assertThat(page.locator(".djs-container svg").first()).isVisible();
        look(page, "manage");
    }

    private Page login(Page page, String who) {
        page.navigate(url("/login"));
        page.fill("#username", who);
        page.fill("#password", who);
        submit(page);
        page.waitForURL(Pattern.compile("^(?!.*/login).*$"));
        return page;
    }

    private void open(Page desk, UUID id, String key) {
        var task = walk.task(id, key);
        desk.navigate(url("/camunda/app/tasklist/default/?case=" + key + "#/?task=" + task.getId()));
        desk.locator("button.claim").click();
        assertThat(desk.locator(".fjs-form").first()).isVisible();
    }

    private void pick(Page desk, int option) {
        desk.locator(".fjs-form input[type=radio]").nth(option).check();
    }

    private void complete(Page desk, UUID id, String key) {
        desk.getByText("Merkitse valmiiksi", new Page.GetByTextOptions().setExact(true)).first().click();
        org.awaitility.Awaitility.await(key + " is completed").atMost(java.time.Duration.ofSeconds(30)).until(() ->
                walk.tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).taskDefinitionKey(key).count() == 0);
        walk.runJobs(id);
    }

    /** The newest link in a message of this template to this person, as they get it. */
    private String link(UUID id, String role, String template) {
        post.deliver();
        var sent = messages.of(id).stream().filter(m -> m.template().equals(template) && m.role().name().equals(role)).toList();
        assertThat(sent).as(template + " to " + role).isNotEmpty();
        return url(sent.get(sent.size() - 1).links().get(0));
    }

    private static void submit(Page page) {
        page.locator("main form button[type=submit]").first().click();
        page.waitForLoadState();
    }

    private void look(Page page, String name) {
        look(page, name, true);
    }

    /** @param ours whether the page is ours to answer for: Tasklist is not */
    private void look(Page page, String name, boolean ours) {
        Chromium.picture(page, "case-%02d-%s".formatted(++shots, name));
        if (ours) {
            Chromium.accessible(page);
        }
    }

    private String url(String path) {
        return path.startsWith("http") ? path.replaceFirst("^https?://[^/]+", "http://localhost:" + port) : "http://localhost:" + port + path;
    }
}
