package org.apusilta.relationship;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.agreement.Agreements;
import org.apusilta.messaging.LinkPage;
import org.apusilta.messaging.Messages;
import org.apusilta.relationship.Begun.Support;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Visits, silence, pauses, concerns and mediation: every branch of the processes beside the follow-up, in the token and in our tables. */
@ApusiltaTest
class VisitsAndConcernsIT {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @Autowired Begun begun;
    @Autowired Supports supports;
    @Autowired Messages messages;
    @Autowired Agreements agreements;
    @Autowired List<LinkPage> pages;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired JdbcClient database;

    @AfterEach
    void isToday() {
        ClockUtil.reset();
    }

    @Test
    void theVolunteerIsAskedInTheEveningAndAnswersWithOneClick() {
        var support = begun.support();
        timeComes(support, "visitDue");
        assertThat(sent(support, "visit-asked")).singleElement().satisfies(mail -> assertThat(mail.body()).as("the name stands behind the link").doesNotContain(clientOf(support)));
        assertThat(variable(support, "visitDay")).isNotNull();

        var page = visit(support, Map.of("answer", "DONE"));

        assertThat(page.model()).containsEntry("became", "SAID");
        assertThat(happenings(support).visits()).singleElement().satisfies(visit -> {
            assertThat(visit.answer()).isEqualTo("DONE");
            assertThat(visit.means()).isEqualTo("LINK");
            assertThat(visit.correctedAt()).isNull();
        });
        assertThat(timers(support)).contains("visitDue").doesNotContain("contactOverdue");

        visit(support, Map.of("answer", "NOT_DONE", "minutes", "90", "medium", "OUTING", "note", "Sää oli huono."));

        assertThat(happenings(support).visits()).singleElement().satisfies(visit -> {
            assertThat(visit.answer()).as("the last word counts").isEqualTo("NOT_DONE");
            assertThat(visit.minutes()).isEqualTo(90);
            assertThat(visit.medium()).isEqualTo("OUTING");
            assertThat(visit.correctedAt()).isNotNull();
        });
        assertThat(timers(support)).contains("visitDue");
    }

    @Test
    void aMovedVisitIsAskedAboutOnItsNewDay() {
        var support = begun.support();
        timeComes(support, "visitDue");
        var planned = LocalDate.parse(variable(support, "visitDay"));

        assertThat(visit(support, Map.of("answer", "MOVED")).model()).as("a moved visit needs its day").containsEntry("became", "NO_NEW_DAY");
        assertThat(visit(support, Map.of("answer", "MOVED", "movedTo", planned.minusDays(1).toString())).model()).containsEntry("became", "NO_NEW_DAY");
        assertThat(visit(support, Map.of("answer", "MOVED", "movedTo", planned.toString())).model()).as("no other day").containsEntry("became", "NO_NEW_DAY");
        for (var wrong : List.of("-5", "0", "1441", "1.5", "an hour")) {
            assertThat(visit(support, Map.of("answer", "DONE", "minutes", wrong)).model()).containsEntry("became", "MINUTES").extracting("given").asString().contains(wrong);
        }
        assertThat(happenings(support).visits()).as("nothing is kept of what was wrong").noneMatch(visit -> "DONE".equals(visit.answer()));
        visit(support, Map.of("answer", "MOVED", "movedTo", planned.plusDays(3).toString()));

        assertThat(variable(support, "visitDay")).isEqualTo(planned.plusDays(3).toString());
        timeComes(support, "visitDue");
        assertThat(sent(support, "visit-asked")).hasSize(2);
    }

    @Test
    void weeksOfSilenceBringATaskAndAWorryThereIsHandled() {
        var support = begun.support();
        timeComes(support, "visitDue");
        timeComes(support, "contactOverdue");
        assertThat(open(support)).containsExactly("checkContact");

        complete(support, Map.of());
        assertThat(open(support)).as("not decided: asked again").containsExactly("checkContact");
        complete(support, Map.of("contactOutcome", "WELL", "visitMinutes", 60, "visitMedium", "PHONE"));
        assertThat(open(support)).isEmpty();
        assertThat(happenings(support).visits()).anySatisfy(visit -> {
            assertThat(visit.minutes()).isEqualTo(60);
            assertThat(visit.means()).isEqualTo("PHONE");
        });

        timeComes(support, "visitDue");
        timeComes(support, "contactOverdue");
        complete(support, Map.of("contactOutcome", "WORRY"));

        assertThat(open(support)).containsExactly("handleConcern");
        assertThat(timers(support)).as("nobody is reminded meanwhile").isEmpty();
        assertThat(happenings(support).worries()).singleElement().satisfies(worry -> assertThat(worry.by()).isEqualTo("COORDINATOR"));
        assertThat(happenings(support).visits()).as("the minutes of the first call are not those of the second").filteredOn(v -> v.minutes() != null).hasSize(1);
    }

    @Test
    void aConcernByLinkIsTodaysTaskAndTheLeadHearsOfDanger() {
        ClockUtil.setCurrentTime(at("2027-02-01T08:00:00Z"));
        var support = begun.support();

        assertThat(tellUs(support, "client", Map.of("what", "concern", "about", "MONEY", "urgent", "yes")).model()).containsEntry("became", "INCOMPLETE");
        assertThat(tellUs(support, "client", concern("MONEY")).model()).containsEntry("became", "CONCERN");

        var task = task(support);
        assertThat(task.getTaskDefinitionKey()).isEqualTo("handleConcern");
        assertThat(task.getPriority()).isEqualTo(90);
        assertThat(day(task.getDueDate())).isEqualTo(today());
        assertThat(sent(support, "team-lead-concern")).hasSize(1);
        assertThat(sent(support, "team-lead-concern").get(0).body()).doesNotContain("lompakko");

        assertThat(tellUs(support, "volunteer", concern("OTHER")).model()).containsEntry("became", "CONCERN");
        assertThat(open(support)).as("one task for both").containsExactly("handleConcern");
        assertThat(sent(support, "team-lead-concern")).as("the lead hears of what became no task").hasSize(2);
        assertThat(happenings(support).worries()).extracting(Supports.Worry::words).containsExactly("Minulta katosi lompakko.", "Minulta katosi lompakko.");

        complete(support, Map.of());
        assertThat(open(support)).containsExactly("handleConcern");
        complete(support, Map.of("concernOutcome", "CONTINUE"));
        assertThat(happenings(support).worries()).allSatisfy(worry -> assertThat(worry.outcome()).isEqualTo("CONTINUE"));
        assertThat(supports.of(support.caseId()).orElseThrow().period()).isEqualTo(2);
    }

    @Test
    void anOrdinaryConcernIsTodaysTooButNotTheLeads() {
        ClockUtil.setCurrentTime(at("2027-02-01T08:00:00Z"));
        var support = begun.support();

        tellUs(support, "volunteer", Map.of("what", "concern", "about", "VISITS", "urgent", "no", "words", "Ajat eivät sovi."));

        assertThat(day(task(support).getDueDate())).isEqualTo(today());
        assertThat(task(support).getPriority()).isEqualTo(70);
        assertThat(sent(support, "team-lead-concern")).isEmpty();
    }

    @Test
    void bothAreHeardAndANewAgreementIsMade() {
        var support = mediated();
        assertThat(sent(support, "view-asked")).hasSize(2);
        timeComes(support, "viewsReminderDue");
        assertThat(sent(support, "view-asked")).hasSize(4);

        assertThat(view(support, "client", Map.of()).model()).containsEntry("state", "OPEN").containsEntry("incomplete", true);
        view(support, "client", Map.of("wish", "AGREEMENT", "words", "Kauppa-asiat ovat liikaa."));
        assertThat(view(support, "client", Map.of("wish", "END")).model()).containsEntry("state", "ANSWERED");
        assertThat(open(support)).isEmpty();
        view(support, "volunteer", Map.of("wish", "CONTINUE"));
        assertThat(open(support)).containsExactly("agreeOutcome");
        assertThat(happenings(support).views()).extracting(Supports.View::side, Supports.View::wish)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("CLIENT", "AGREEMENT"), org.assertj.core.groups.Tuple.tuple("VOLUNTEER", "CONTINUE"));

        complete(support, Map.of());
        assertThat(open(support)).as("not agreed yet").containsExactly("agreeOutcome");
        complete(support, Map.of("mediationOutcome", "AGREEMENT"));
        assertThat(open(support)).containsExactly("finaliseAgreement");
        complete(support, Map.of("agreementOutcome", "STOP"));
        assertThat(open(support)).as("no new agreement: agree anew").containsExactly("agreeOutcome");
        complete(support, Map.of("mediationOutcome", "AGREEMENT"));
        complete(support, Map.of("agreementOutcome", "READY"));
        complete(support, Map.of("confirmationOutcome", "RECORDED", "clientConfirmedBy", "PHONE", "volunteerConfirmedBy", "PHONE"));

        assertThat(supports.of(support.caseId()).orElseThrow().period()).isEqualTo(2);
        assertThat(agreements.of(support.caseId())).last().satisfies(version -> assertThat(version.byClient()).isNotNull());
    }

    @Test
    void whoDoesNotAnswerIsCalledAndItsWishKept() {
        var support = mediated();
        timeComes(support, "viewsOverdue");
        complete(support, Map.of("clientWish", "CHANGE", "mediationOutcome", "CHANGE"));

        assertThat(happenings(support).views()).singleElement().satisfies(view -> {
            assertThat(view.means()).isEqualTo("PHONE");
            assertThat(view.wish()).isEqualTo("CHANGE");
        });
        assertThat(supports.of(support.caseId()).orElseThrow().endedAt()).isNotNull();
        assertThat(view(support, "volunteer", Map.of("wish", "END")).model()).as("too late, plainly said").containsEntry("state", "OVER");
    }

    @Test
    void aPauseStopsTheClockIsToldToBothAndEndsByItself() {
        var support = begun.support();
        assertThat(runtime.getVariable(support.instance(), "followUpDays")).isEqualTo(10);

        assertThat(pause(support, "volunteer", today().plusDays(20)).model()).containsEntry("became", "PAUSED");
        begun.work(support.instance());
        assertThat(timers(support)).as("no check-in, no reminder, no alarm").containsExactly("pauseOver");
        assertThat(sent(support, "support-paused")).hasSize(2);
        assertThat(begun.timeOf(support.instance(), "pauseOver")).isEqualTo(Date.from(today().plusDays(21).atTime(8, 0).atZone(HELSINKI).toInstant()));

        assertThat(pause(support, "client", today().plusDays(25)).model()).containsEntry("became", "CHANGED");
        begun.work(support.instance());
        assertThat(sent(support, "support-paused")).hasSize(4);
        assertThat(begun.timeOf(support.instance(), "pauseOver")).isEqualTo(Date.from(today().plusDays(26).atTime(8, 0).atZone(HELSINKI).toInstant()));

        timeComes(support, "pauseOver");
        assertThat(sent(support, "support-resumed")).hasSize(2);
        assertThat(timers(support)).containsExactlyInAnyOrder("followUpDue", "visitDue");
        assertThat(runtime.getVariable(support.instance(), "followUpDays")).as("nothing of the ten days had gone").isEqualTo(10);
        assertThat(happenings(support).pauses()).singleElement().satisfies(pause -> assertThat(pause.endedAt()).isNotNull());
    }

    @Test
    void aPauseInTheMiddleLeavesTheRestOfTheDays() {
        ClockUtil.setCurrentTime(at("2027-02-01T08:00:00Z"));
        var support = begun.support();
        ClockUtil.setCurrentTime(at("2027-02-04T08:00:00Z"));
        pause(support, "client", LocalDate.parse("2027-02-12"));
        begun.work(support.instance());
        ClockUtil.setCurrentTime(at("2027-02-13T07:00:00Z"));
        timeComes(support, "pauseOver");

        assertThat(runtime.getVariable(support.instance(), "followUpDays")).as("three of ten working days had gone").isEqualTo(7);
    }

    @Test
    void aPauseMayEndSoonerAndAConcernInItIsHeard() {
        var support = begun.support();
        pause(support, "client", today().plusDays(20));
        begun.work(support.instance());
        assertThat(tellUs(support, "client", Map.of("what", "resume")).model()).containsEntry("became", "ENDED");
        begun.work(support.instance());
        assertThat(timers(support)).containsExactlyInAnyOrder("followUpDue", "visitDue");
        assertThat(tellUs(support, "client", Map.of("what", "resume")).model()).as("twice: plainly said").containsEntry("became", "NOT_NOW");

        pause(support, "client", today().plusDays(20));
        begun.work(support.instance());
        tellUs(support, "volunteer", concern("HEALTH"));
        assertThat(open(support)).containsExactly("handleConcern");
        assertThat(pause(support, "client", today().minusDays(1)).model()).containsEntry("became", "INCOMPLETE");
        complete(support, Map.of("concernOutcome", "CONTINUE"));
        assertThat(happenings(support).pauses()).allSatisfy(pause -> assertThat(pause.endedAt()).isNotNull());
        assertThat(begun.timers(begun.instance(support.caseId()).getId())).contains("followUpDue");
    }

    @Test
    void aPauseAskedForDuringAMediationBeginsWhenItIsSettled() {
        var support = mediated();
        assertThat(pause(support, "client", today().plusDays(5)).model()).containsEntry("became", "LATER");
        assertThat(pause(support, "client", today().plusDays(40)).model()).as("the last word counts").containsEntry("became", "LATER");
        assertThat(begun.timers(support.instance())).as("both are heard meanwhile").contains("viewsOverdue");
        timeComes(support, "viewsOverdue");
        complete(support, Map.of("mediationOutcome", "CONTINUE"));

        var next = begun.instance(support.caseId()).getId();
        begun.work(next);
        assertThat(begun.timers(next)).containsExactly("pauseOver");
        assertThat(sent(support, "support-paused")).hasSize(2);
        assertThat(happenings(support).pauses()).filteredOn(pause -> !pause.waits()).singleElement()
                .satisfies(pause -> assertThat(pause.pausedUntil()).isEqualTo(today().plusDays(40).minusDays(daysGone(support))));
    }

    private long daysGone(Support support) {
        return java.time.temporal.ChronoUnit.DAYS.between(day(Date.from(happenings(support).worries().get(0).at())), today());
    }

    @Test
    void aPauseThatWaitsGoesWithTheSupportAndAfterTheEndAConcernReachesTheLead() {
        var support = mediated();
        assertThat(pause(support, "client", today().plusDays(40)).model()).containsEntry("became", "LATER");
        timeComes(support, "viewsOverdue");
        complete(support, Map.of("mediationOutcome", "END"));
        assertThat(open(support)).containsExactly("closeRelationship");
        complete(support, Map.of("closingReason", "FADED"));
        assertThat(happenings(support).pauses()).allSatisfy(pause -> assertThat(pause.endedAt()).isNotNull());
        assertThat(pause(support, "client", today().plusDays(5)).model()).containsEntry("became", "NOT_NOW");

        assertThat(tellUs(support, "client", concern("SAFETY")).model()).containsEntry("became", "CONCERN").containsEntry("runs", false);
        assertThat(sent(support, "team-lead-concern")).hasSize(1);
        assertThat(open(support)).isEmpty();
    }

    private Support mediated() {
        var support = begun.support();
        tellUs(support, "client", Map.of("what", "concern", "about", "PEOPLE", "urgent", "no", "words", "Emme oikein juttele."));
        complete(support, Map.of("concernOutcome", "MEDIATE"));
        return support;
    }

    private String clientOf(Support support) {
        return database.sql("select name from apusilta.client where request_id = ?").param(support.caseId()).query(String.class).single();
    }

    private static Map<String, String> concern(String about) {
        return Map.of("what", "concern", "about", about, "urgent", "yes", "words", "Minulta katosi lompakko.");
    }

    private LinkPage.Page pause(Support support, String side, LocalDate until) {
        return tellUs(support, side, Map.of("what", "pause", "reason", "HOLIDAY", "until", until.toString()));
    }

    private LinkPage.Page tellUs(Support support, String side, Map<String, String> fields) {
        return answer("tell-us-" + side, support, supports.of(support.caseId()).orElseThrow().id(), fields);
    }

    private LinkPage.Page view(Support support, String side, Map<String, String> fields) {
        var period = database.sql("select p.id from apusilta.follow_up_period p join apusilta.support s on s.id = p.support_id where s.case_id = ? and p.number = s.period")
                .param(support.caseId()).query(UUID.class).single();
        return answer("view-" + side, support, period, fields);
    }

    private LinkPage.Page visit(Support support, Map<String, String> fields) {
        var visits = happenings(support).visits();
        return answer("visit-log", support, visits.get(visits.size() - 1).id(), fields);
    }

    private LinkPage.Page answer(String purpose, Support support, UUID subject, Map<String, String> fields) {
        var page = pages.stream().filter(p -> p.purpose().equals(purpose)).findFirst().orElseThrow();
        return page.answer(new LinkPage.Opened(support.caseId(), purpose, subject, Locale.forLanguageTag("fi")), fields);
    }

    private Supports.Happenings happenings(Support support) {
        return supports.happenings(support.caseId());
    }

    /** The timer's own day comes, so that the next is planned from there. */
    private void timeComes(Support support, String element) {
        var due = begun.timeOf(support.instance(), element);
        if (due.after(ClockUtil.getCurrentTime())) {
            ClockUtil.setCurrentTime(new Date(due.getTime() + 60_000));
        }
        begun.timeComes(support.instance(), element);
    }

    private void complete(Support support, Map<String, Object> variables) {
        tasks.complete(task(support).getId(), variables);
        begun.work(support.instance());
    }

    private Task task(Support support) {
        return tasks.createTaskQuery().processInstanceBusinessKey(support.caseId().toString()).singleResult();
    }

    private List<String> open(Support support) {
        return tasks.createTaskQuery().processInstanceBusinessKey(support.caseId().toString()).list().stream().map(Task::getTaskDefinitionKey).toList();
    }

    private List<String> timers(Support support) {
        return begun.timers(support.instance());
    }

    private String variable(Support support, String name) {
        return (String) runtime.createVariableInstanceQuery().processInstanceIdIn(runtime.createProcessInstanceQuery().rootProcessInstanceId(support.instance())
                .processDefinitionKey("visit-log").singleResult().getId()).variableName(name).singleResult().getValue();
    }

    private List<Messages.Sent> sent(Support support, String template) {
        return messages.of(support.caseId()).stream().filter(message -> message.template().equals(template)).toList();
    }

    private static LocalDate today() {
        return day(ClockUtil.getCurrentTime());
    }

    private static LocalDate day(Date at) {
        return LocalDate.ofInstant(at.toInstant(), HELSINKI);
    }

    private static Date at(String instant) {
        return Date.from(java.time.Instant.parse(instant));
    }
}
