package org.apusilta.relationship;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.LinkPage;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.relationship.Begun.Support;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Outcome;
import org.apusilta.request.SupportAgreed;
import org.apusilta.request.WithdrawalReceived;
import org.apusilta.volunteer.Registered;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Every step and branch of support-relationship, in the token and in our tables. */
@ApusiltaTest
class SupportRelationshipIT {

    @Autowired Begun begun;
    @Autowired Supports supports;
    @Autowired HelpRequests requests;
    @Autowired Messages messages;
    @Autowired Registered registered;
    @Autowired List<LinkPage> pages;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired ManagementService management;
    @Autowired JdbcClient database;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;

    /** Where the token stands in the called process too; the visits run beside everything and have a test of their own. */
    private static final Set<String> CALLS = Set.of("closeSupport", "followVisits", "mediate", "pauseSupport");

    @AfterEach
    void isToday() {
        ClockUtil.reset();
    }

    @Test
    void aSupportBeginsWithItsRowItsProcessAndAMessageToBoth() {
        var support = begun.support();

        assertThat(at(support)).containsExactly("followUpDue");
        assertThat(runtime.getVariables(support.instance())).containsOnly(Map.entry("majorDistrict", "7"), Map.entry("urgency", "NORMAL"),
                Map.entry("period", 1), Map.entry("commitment", "LONG"), Map.entry("worried", false), Map.entry("followUpDays", 10), Map.entry("concernUrgency", "NORMAL"));
        assertThat(supports.of(support.caseId())).hasValueSatisfying(row -> {
            assertThat(row.volunteerId()).isEqualTo(support.volunteerId());
            assertThat(row.period()).isEqualTo(1);
            assertThat(row.endedAt()).isNull();
        });
        assertThat(sent(support, "support-started")).containsExactlyInAnyOrder(Role.CLIENT, Role.VOLUNTEER);
    }

    @Test
    void agreedTwiceBeginsOnce() {
        var support = begun.support();

        agreed(support);

        assertThat(begun.instance(support.caseId()).getId()).isEqualTo(support.instance());
        assertThat(sent(support, "support-started")).hasSize(2);
    }

    @Test
    void whatFailsInTheMiddleLeavesNeitherRowNorProcess() {
        var support = begun.agreed();

        assertThatThrownBy(() -> transaction.executeWithoutResult(tx -> {
            events.publishEvent(new SupportAgreed(support.caseId()));
            assertThat(begun.instance(support.caseId())).isNotNull();
            throw new IllegalStateException("in the middle");
        })).hasMessage("in the middle");

        assertThat(supports.of(support.caseId())).isEmpty();
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(support.caseId().toString())
                .processDefinitionKey("support-relationship").count()).isZero();
    }

    @Test
    void theFirstFollowUpComesAtTwoWeeksOfFinnishWorkingDays() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-03-22T08:00:00Z"))); // Easter is on 28 March

        var support = begun.support();

        assertThat(begun.timeOf(support.instance(), "followUpDue").toInstant()).isEqualTo(Instant.parse("2027-04-07T13:00:00Z"));
    }

    @Test
    void bothAreAskedAndTheFollowUpWaitsForBothAnswers() {
        var support = asked();
        assertThat(at(support)).containsExactly("awaitCheckIns");
        assertThat(sent(support, "check-in-client")).containsExactly(Role.CLIENT);
        assertThat(sent(support, "check-in-volunteer")).containsExactly(Role.VOLUNTEER);

        assertThat(answer(support, "client", "5", "no").view()).isEqualTo("check-in-done");
        assertThat(at(support)).containsExactly("awaitCheckIns");
        answer(support, "volunteer", "4", "no");

        assertThat(at(support)).containsExactly("followUp");
        assertThat(supports.checkIns(support.caseId())).extracting(Supports.CheckIn::side, Supports.CheckIn::wellbeing, Supports.CheckIn::means, Supports.CheckIn::note)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("CLIENT", 5, "LINK", "Kiva kun käy."), org.assertj.core.groups.Tuple.tuple("VOLUNTEER", 4, "LINK", "Kiva kun käy."));
        assertThat(concerns(support)).isEmpty();
    }

    @Test
    void aWorryBringsTheFollowUpAtOnce() {
        var support = asked();

        answer(support, "volunteer", "2", "yes");

        assertThat(at(support)).containsExactly("followUp");
        assertThat(concerns(support)).containsExactly("VOLUNTEER open");
    }

    @Test
    void withoutAnswersTheFollowUpComesAndLateAnswersAreStillKept() {
        var support = asked();

        begun.timeComes(support.instance(), "checkInsOverdue");
        assertThat(at(support)).containsExactly("followUp");
        var page = answer(support, "client", "3", "yes");

        assertThat(page.model()).containsEntry("state", "THANKS");
        assertThat(at(support)).containsExactly("followUp");
        assertThat(concerns(support)).containsExactly("CLIENT open");
    }

    @Test
    void goingWellBeginsTheNextPeriodAsItsOwnRoot() {
        ClockUtil.setCurrentTime(Date.from(Instant.parse("2027-02-01T08:00:00Z")));
        var support = following();
        var period = supports.runningPeriod(support.caseId()).orElseThrow();

        complete(support, Map.of("followUpOutcome", "WELL", "clientWellbeing", 4));

        assertThat(begun.passed(support.instance(), "periodEnded")).isTrue();
        var next = begun.instance(support.caseId());
        assertThat(next.getId()).isNotEqualTo(support.instance());
        assertThat(next.getRootProcessInstanceId()).isEqualTo(next.getId());
        assertThat(runtime.getVariables(next.getId())).containsEntry("period", 2).containsEntry("followUpDays", 30);
        assertThat(begun.timeOf(next.getId(), "followUpDue").toInstant()).isEqualTo(Instant.parse("2027-03-15T14:00:00Z"));
        assertThat(supports.of(support.caseId()).orElseThrow().period()).isEqualTo(2);
        assertThat(supports.checkIns(support.caseId())).extracting(Supports.CheckIn::side, Supports.CheckIn::wellbeing, Supports.CheckIn::means)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("CLIENT", 4, "PHONE"));
        assertThat(requests.facts(support.caseId()).outcome()).isNull();
        assertThat(page("client").show(link(support, "client", period)).model()).containsEntry("state", "OVER");
        assertThat(registered.load(support.volunteerId())).isEqualTo(1);
    }

    @Test
    void aLowAnswerBringsTheNextFollowUpSoonAndAGoodOneAfterItNot() {
        var support = following();
        complete(support, Map.of("followUpOutcome", "WELL", "clientWellbeing", 5, "volunteerWellbeing", 2));

        var next = begun.instance(support.caseId());
        assertThat(runtime.getVariables(next.getId())).containsEntry("worried", true).containsEntry("followUpDays", 10);

        begun.timeComes(next.getId(), "followUpDue");
        begun.timeComes(next.getId(), "checkInsOverdue");
        complete(new Support(support.caseId(), support.volunteerId(), next.getId()), Map.of("followUpOutcome", "WELL", "volunteerWellbeing", 4));

        assertThat(runtime.getVariables(begun.instance(support.caseId()).getId())).containsEntry("worried", false).containsEntry("period", 3).containsEntry("followUpDays", 65);
    }

    @Test
    void changingTheVolunteerEndsThisAndBeginsARequestThatRemembers() {
        var support = following();

        complete(support, Map.of("followUpOutcome", "CHANGE"));

        assertThat(begun.passed(support.instance(), "volunteerChanged")).isTrue();
        changed(support);
        assertThat(sent(support, "support-ended")).containsExactlyInAnyOrder(Role.CLIENT, Role.VOLUNTEER);
    }

    @Test
    void endingClosesTheCaseAndThanksBoth() {
        var support = following();

        complete(support, Map.of("followUpOutcome", "END"));
        assertThat(at(support)).containsExactly("closeRelationship");
        says(support, "Kiitos yhteisestä vuodesta!");
        complete(support, Map.of("closingReason", "GOAL_MET"));

        assertThat(at(support)).containsExactly("awaitWish");
        wishes(support, "REMATCH");
        assertThat(begun.passed(support.instance(), "relationshipEnded")).isTrue();
        ended(support, Outcome.ENDED, "GOAL_MET");
        assertThat(messages.of(support.caseId())).filteredOn(message -> message.template().startsWith("thanks-"))
                .extracting(Messages.Sent::role).containsExactlyInAnyOrder(Role.CLIENT, Role.VOLUNTEER);
        assertThat(messages.of(support.caseId())).filteredOn(message -> message.template().startsWith("thanks-"))
                .allSatisfy(message -> assertThat(message.body()).contains("Kiitos yhteisestä vuodesta!"));
    }

    @Test
    void aConcernIsHandledUntilSomethingIsAgreedAndMayGoOn() {
        var support = following();

        complete(support, Map.of("followUpOutcome", "CONCERN"));
        assertThat(at(support)).containsExactly("handleConcern");
        assertThat(concerns(support)).containsExactly("COORDINATOR open");
        complete(support, Map.of());
        assertThat(at(support)).containsExactly("handleConcern");
        complete(support, Map.of("concernOutcome", "CONTINUE"));

        assertThat(concerns(support)).containsExactly("COORDINATOR CONTINUE");
        assertThat(supports.of(support.caseId()).orElseThrow().period()).isEqualTo(2);
        assertThat(runtime.getVariables(begun.instance(support.caseId()).getId())).containsEntry("worried", true).containsEntry("followUpDays", 10);
    }

    @Test
    void aConcernMayChangeTheVolunteer() {
        var support = following();
        complete(support, Map.of());
        assertThat(at(support)).containsExactly("handleConcern");

        complete(support, Map.of("concernOutcome", "CHANGE"));

        changed(support);
    }

    @Test
    void aConcernMayEndTheSupport() {
        var support = following();
        complete(support, Map.of("followUpOutcome", "CONCERN"));

        complete(support, Map.of("concernOutcome", "END"));
        assertThat(at(support)).containsExactly("closeRelationship");
        complete(support, Map.of("closingReason", "VOLUNTEER_STOPS"));

        assertThat(concerns(support)).containsExactly("COORDINATOR END");
        begun.timeComes(support.instance(), "wishOverdue");
        ended(support, Outcome.ENDED, "VOLUNTEER_STOPS");
    }

    /** Where a support can stand, asynchronous jobs among them. */
    enum Wait {
        BEFORE_FOLLOW_UP, BEFORE_ASKING, ANSWERS, FOLLOW_UP, AFTER_FOLLOW_UP, CONCERN, AFTER_CONCERN, NEXT_PERIOD, OTHER_VOLUNTEER, CLOSING, AFTER_CLOSING, THANKS
    }

    @ParameterizedTest
    @EnumSource
    void theClientMayWithdrawAtAnyWait(Wait wait) {
        var support = standingAt(wait);

        withdraw(support);
        begun.work(support.instance());

        assertThat(begun.passed(support.instance(), "endSupport")).isTrue();
        assertThat(begun.passed(support.instance(), "tellSupportEnded")).isTrue();
        ended(support, Outcome.WITHDRAWN, "WITHDRAWN");
        assertThat(sent(support, "support-ended")).containsExactlyInAnyOrder(Role.CLIENT, Role.VOLUNTEER);
        assertThat(messages.of(support.caseId())).noneMatch(message -> message.template().startsWith("thanks-"));
        assertThat(concerns(support)).noneMatch(concern -> concern.endsWith("open"));
    }

    @Test
    void aSecondWithdrawalDoesNothing() {
        var support = begun.support();
        withdraw(support);
        withdraw(support);
        begun.work(support.instance());
        withdraw(support);

        assertThat(sent(support, "support-ended")).hasSize(2);
    }

    @Test
    void answersOfBothAtTheSameInstantBringOneFollowUp() throws Exception {
        var support = asked();
        var start = new CyclicBarrier(2);
        var pool = Executors.newFixedThreadPool(2);
        try {
            var answers = pool.invokeAll(List.of("client", "volunteer").stream().map(side -> (Callable<LinkPage.Page>) () -> {
                start.await();
                return answer(support, side, "5", "no");
            }).toList());
            for (var answer : answers) {
                assertThat(answer.get().model()).containsEntry("state", "THANKS");
            }
        } finally {
            pool.shutdownNow();
        }

        assertThat(at(support)).containsExactly("followUp");
        assertThat(tasks.createTaskQuery().processInstanceId(support.instance()).count()).isOne();
    }

    @Test
    void aDoubleAnswerIsKeptOnceAndAnEmptyOneAskedAgain() {
        var support = asked();

        assertThat(page("client").answer(link(support, "client", period(support)), Map.of("note", "Hei")).done()).isFalse();
        answer(support, "client", "5", "no");
        assertThat(answer(support, "client", "1", "yes").model()).containsEntry("state", "ANSWERED");

        assertThat(supports.checkIns(support.caseId())).hasSize(1);
        assertThat(page("client").show(link(support, "client", UUID.randomUUID())).model()).containsEntry("state", "OVER");
    }

    private Support standingAt(Wait wait) {
        return switch (wait) {
            case BEFORE_FOLLOW_UP -> begun.support();
            case BEFORE_ASKING -> {
                var support = begun.support();
                management.executeJob(management.createJobQuery().processInstanceId(support.instance()).activityId("followUpDue").singleResult().getId());
                yield support;
            }
            case ANSWERS -> asked();
            case FOLLOW_UP -> following();
            case AFTER_FOLLOW_UP -> completed(following(), Map.of("followUpOutcome", "WELL"));
            case CONCERN -> worried();
            case AFTER_CONCERN -> completed(worried(), Map.of("concernOutcome", "END"));
            case NEXT_PERIOD -> before(completed(following(), Map.of("followUpOutcome", "WELL")));
            case OTHER_VOLUNTEER -> before(completed(following(), Map.of("followUpOutcome", "CHANGE")));
            case CLOSING -> closing();
            case AFTER_CLOSING -> completed(closing(), Map.of("closingReason", "OTHER"));
            case THANKS -> before(completed(closing(), Map.of("closingReason", "OTHER")));
        };
    }

    private Support asked() {
        var support = begun.support();
        begun.timeComes(support.instance(), "followUpDue");
        return support;
    }

    private Support following() {
        var support = asked();
        begun.timeComes(support.instance(), "checkInsOverdue");
        return support;
    }

    private Support worried() {
        var support = following();
        complete(support, Map.of("followUpOutcome", "CONCERN"));
        return support;
    }

    private Support closing() {
        var support = following();
        complete(support, Map.of("followUpOutcome", "END"));
        return support;
    }

    private void complete(Support support, Map<String, Object> variables) {
        completed(support, variables);
        begun.work(support.instance());
    }

    private Support completed(Support support, Map<String, Object> variables) {
        tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(support.caseId().toString()).singleResult().getId(), variables);
        return support;
    }

    /** One job on: from after the task to before the step that follows. */
    private Support before(Support support) {
        management.executeJob(management.createJobQuery().rootProcessInstanceId(support.instance()).messages().singleResult().getId());
        return support;
    }

    private List<String> at(Support support) {
        return runtime.createProcessInstanceQuery().rootProcessInstanceId(support.instance()).list().stream()
                .filter(instance -> !instance.getProcessDefinitionId().startsWith("visit-log"))
                .flatMap(instance -> runtime.getActiveActivityIds(instance.getId()).stream()).filter(id -> !CALLS.contains(id)).toList();
    }

    private UUID period(Support support) {
        return supports.runningPeriod(support.caseId()).orElseThrow();
    }

    private LinkPage page(String side) {
        return pages.stream().filter(page -> page.purpose().equals("check-in-" + side)).findFirst().orElseThrow();
    }

    private LinkPage.Opened link(Support support, String side, UUID period) {
        return new LinkPage.Opened(support.caseId(), "check-in-" + side, period, Locale.forLanguageTag("fi"));
    }

    private LinkPage.Page answer(Support support, String side, String wellbeing, String worried) {
        return page(side).answer(link(support, side, period(support)), Map.of("wellbeing", wellbeing, "worried", worried, "note", " Kiva kun käy. "));
    }

    private void agreed(Support support) {
        transaction.executeWithoutResult(tx -> events.publishEvent(new SupportAgreed(support.caseId())));
    }

    private void withdraw(Support support) {
        transaction.executeWithoutResult(tx -> events.publishEvent(new WithdrawalReceived(support.caseId())));
    }

    private void wishes(Support support, String wish) {
        pages.stream().filter(page -> page.purpose().equals("what-next")).findFirst().orElseThrow()
                .answer(new LinkPage.Opened(support.caseId(), "what-next", support.caseId(), Locale.forLanguageTag("fi")), Map.of("wish", wish));
        begun.work(support.instance());
    }

    private void says(Support support, String words) {
        database.sql("INSERT INTO apusilta.words (case_id, task_id, task_key, field, text, author, written_at) VALUES (?, '-', 'closeRelationship', 'thanks', ?, 'coordinator', now())")
                .params(support.caseId(), words).update();
    }

    private List<Role> sent(Support support, String template) {
        return messages.of(support.caseId()).stream().filter(message -> message.template().equals(template)).map(Messages.Sent::role).toList();
    }

    private List<String> concerns(Support support) {
        return database.sql("""
                SELECT c.raised_by || ' ' || coalesce(c.outcome, 'open') FROM apusilta.concern c JOIN apusilta.follow_up_period p ON p.id = c.period_id
                JOIN apusilta.support s ON s.id = p.support_id WHERE s.case_id = ? ORDER BY c.raised_at""").param(support.caseId()).query(String.class).list();
    }

    private void changed(Support support) {
        ended(support, Outcome.CHANGED, "CHANGED");
        var next = database.sql("SELECT id FROM apusilta.help_request WHERE previous_id = ?").param(support.caseId()).query(UUID.class).single();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(next.toString()).processDefinitionKey("help-request").count()).isOne();
        assertThat(requests.facts(next).kinds()).isEqualTo(requests.facts(support.caseId()).kinds());
    }

    /** Nothing is left reserved, offered, open or timed. */
    private void ended(Support support, Outcome outcome, String reason) {
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(support.caseId().toString()).count()).isZero();
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(support.caseId().toString()).count()).isZero();
        assertThat(management.createJobQuery().rootProcessInstanceId(support.instance()).count()).isZero();
        assertThat(runtime.createEventSubscriptionQuery().processInstanceId(support.instance()).count()).isZero();
        assertThat(requests.facts(support.caseId()).outcome()).isEqualTo(outcome);
        assertThat(supports.of(support.caseId()).orElseThrow().endedAt()).isNotNull();
        assertThat(supports.runningPeriod(support.caseId())).isEmpty();
        assertThat(database.sql("SELECT end_reason FROM apusilta.support WHERE case_id = ?").param(support.caseId()).query(String.class).single()).isEqualTo(reason);
        assertThat(registered.load(support.volunteerId())).isZero();
        assertThat(database.sql("SELECT count(*) FROM apusilta.offer WHERE case_id = ? AND state IN ('OPEN', 'ACCEPTED')").param(support.caseId()).query(Integer.class).single()).isZero();
    }
}
