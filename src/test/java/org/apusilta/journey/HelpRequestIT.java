package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.matching.Matching.OfferState;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests.Who;
import org.apusilta.request.Outcome;
import org.apusilta.request.RequestStatus;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Every node and branch of help-request: where the token goes, and what our tables and messages say of it. */
@ApusiltaTest
class HelpRequestIT {

    @Autowired Journey walk;
    @Autowired Messages messages;
    @Autowired JdbcClient database;
    @Autowired ProcessEngine engine;

    @BeforeEach
    void people() {
        BpmnAwareTests.init(engine);
        walk.somePeople();
    }

    @Test
    void whoAsksIsToldAtOnceAndACoordinatorOfTheDistrictGetsAProposal() {
        var id = walk.received();
        assertThat(process(id)).isWaitingAt("screenRequest").hasPassed("acknowledgeRequest", "proposeScreening", "rateUrgency")
                .variables().containsEntry("screeningProposal", "ACCEPTED").containsEntry("screeningReason", "CLEAR").containsEntry("urgency", "NORMAL");
        var task = walk.task(id, "screenRequest");
        assertThat(task).hasCandidateGroup("coordinators-7");
        assertThat(task.getDueDate()).isNotNull();
        assertThat(messages.of(id)).singleElement().satisfies(told -> {
            assertThat(told.template()).isEqualTo("request-received");
            assertThat(told.role()).isEqualTo(Role.CLIENT);
            assertThat(told.body()).contains(walk.requests.facts(id).reference());
            assertThat(told.links()).isNotEmpty();
        });
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.RECEIVED);
    }

    @Test
    void whenAnotherAsksTheClientHearsTooThatItHasComeIn() {
        var id = walk.received(AskedBy.HOME_CARE);
        assertThat(messages.of(id)).extracting(Messages.Sent::role).containsExactlyInAnyOrder(Role.REQUESTER, Role.CLIENT);
    }

    /** Who asked hears that it came, and no more; the client hears the rest. */
    @ParameterizedTest
    @CsvSource({"ACCEPTED,request-accepted", "ELSEWHERE,request-elsewhere", "DECLINED,request-declined"})
    void whereNothingMayBeToldTheClientHearsItInstead(String outcome, String template) {
        var id = walk.received(AskedBy.SOCIAL_WORKER);
        walk.database.sql("update apusilta.help_request set tell_back = 'NOTHING' where id = ?").param(id).update();
        walk.complete(id, "screenRequest", "screeningOutcome", outcome);
        assertThat(messages.of(id)).filteredOn(told -> told.template().equals(template)).extracting(Messages.Sent::role).containsExactly(Role.CLIENT);
        walk.requests.withdraw(id, Who.COORDINATOR);
        walk.runJobs(id);
        assertThat(messages.of(id)).filteredOn(told -> told.role() == Role.REQUESTER).extracting(Messages.Sent::template).containsExactly("request-received");
    }

    @Test
    void anAcceptedRequestIsToldAndSearchedFor() {
        var id = walk.received();
        walk.accept(id);
        assertThat(process(id)).isWaitingAt("findVolunteer").hasPassed("tellAccepted");
        assertThat(templates(id)).endsWith("request-accepted");
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.MATCHING);
    }

    @ParameterizedTest
    @CsvSource({"ELSEWHERE,request-elsewhere,directedElsewhere", "DECLINED,request-declined,requestDeclined"})
    void aRefusalClosesTheRequestAndGoesOutInTheCoordinatorsWords(Outcome outcome, String template, String end) {
        var id = walk.received(AskedBy.RELATIVE);
        var process = process(id);
        words(id, "screenRequest", "reason", "Kysy apua kotihoidosta, puhelin 09 310 1000.");
        walk.complete(id, "screenRequest", "screeningOutcome", outcome.name());
        assertThat(process).isEnded().hasPassed(end);
        assertThat(walk.requests.facts(id).outcome()).isEqualTo(outcome);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.valueOf(outcome.name()));
        assertThat(last(id)).satisfies(told -> {
            assertThat(told.template()).isEqualTo(template);
            assertThat(told.role()).isEqualTo(Role.REQUESTER);
            assertThat(told.body()).contains("Kysy apua kotihoidosta");
        });
        for (var language : List.of("fi", "sv", "en")) {
            assertThat(walk.requests.closingLine(id, Locale.forLanguageTag(language))).isPresent();
        }
    }

    @Test
    void withoutTheCoordinatorsWordsTheMessageHasItsOwn() {
        var id = walk.received();
        walk.complete(id, "screenRequest", "screeningOutcome", "DECLINED");
        assertThat(last(id).template()).isEqualTo("request-declined");
    }

    @Test
    void whatIsNotDecidedComesBackToAPerson() {
        var id = walk.received();
        var first = walk.task(id, "screenRequest").getId();
        walk.complete(id, "screenRequest", Map.of());
        assertThat(walk.task(id, "screenRequest").getId()).isNotEqualTo(first);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.RECEIVED);
    }

    @Test
    void nobodyFoundIsSaidPlainly() {
        var id = walk.received();
        var process = process(id);
        walk.accept(id);
        walk.complete(id, "chooseVolunteer", "chosenVolunteerId", "NOBODY");
        walk.complete(id, "widenSearch", "searchOutcome", "STOP");
        assertThat(process).isEnded().hasPassed("tellNoVolunteer", "noVolunteerFound");
        assertThat(walk.requests.facts(id).outcome()).isEqualTo(Outcome.NO_VOLUNTEER);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ENDED);
        assertThat(last(id).template()).isEqualTo("request-stopped");
    }

    @Test
    void bothHearWhenAndWhereTheyMeet() {
        var id = matched();
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.MEETING);
        words(id, "arrangeFirstMeeting", "place", "klo 14, Kontulan kirjaston kahvila");
        walk.complete(id, "arrangeFirstMeeting", Map.of("meetingDate", "2026-12-01", "accompanied", true));
        assertThat(process(id)).isWaitingAt("firstMeeting");
        assertThat(meeting(id)).isWaitingAt("meetingHeld").hasPassed("tellFirstMeeting");
        var told = messages.of(id).stream().filter(m -> m.template().startsWith("first-meeting")).toList();
        assertThat(told).extracting(Messages.Sent::role).containsExactlyInAnyOrder(Role.CLIENT, Role.VOLUNTEER);
        assertThat(told).allSatisfy(m -> assertThat(m.body()).contains("Kontulan kirjaston kahvila"));
        var toVolunteer = told.stream().filter(m -> m.role() == Role.VOLUNTEER).findFirst().orElseThrow();
        assertThat(toVolunteer.body()).as("who it is stands behind the link").doesNotContain(walk.requests.client(id).name(), walk.requests.client(id).phone(),
                walk.requests.client(id).address());
        assertThat(toVolunteer.links()).hasSize(1);
        assertThat(messages.of(id).stream().filter(m -> m.template().equals("offer"))).allSatisfy(m -> assertThat(m.body()).doesNotContain(walk.requests.client(id).name()));
    }

    @Test
    void aMeetingAgreedByPhoneNeedsNoLetters() {
        var id = matched();
        walk.complete(id, "arrangeFirstMeeting", Map.of());
        assertThat(meeting(id)).isWaitingAt("recordFirstMeeting");
        assertThat(templates(id)).noneMatch(t -> t.startsWith("first-meeting"));
    }

    @Test
    void tryingAnotherReleasesTheVolunteerAndKeepsThePlaceInTheQueue() {
        var id = met();
        var since = walk.requests.facts(id).receivedAt();
        walk.complete(id, "recordFirstMeeting", "meetingOutcome", "TRY_ANOTHER");
        assertThat(process(id)).isWaitingAt("findVolunteer").hasPassed("releaseVolunteer");
        assertThat(walk.matching.matched(id)).isEmpty();
        assertThat(walk.matching.offers(id)).extracting(o -> o.state()).containsExactly(OfferState.RELEASED);
        assertThat(walk.requests.facts(id)).satisfies(f -> {
            assertThat(f.receivedAt()).isEqualTo(since);
            assertThat(f.outcome()).isNull();
        });
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.MATCHING);
    }

    @Test
    void stoppingAfterTheMeetingClosesTheRequestAndNobodyIsAtFault() {
        var id = met();
        var process = process(id);
        walk.complete(id, "recordFirstMeeting", "meetingOutcome", "STOP");
        assertThat(process).isEnded().hasPassed("tellStopped", "requestStopped");
        assertThat(walk.requests.facts(id).outcome()).isEqualTo(Outcome.STOPPED);
        assertThat(walk.matching.matched(id)).isEmpty();
        assertThat(templates(id)).contains("request-stopped");
    }

    @Test
    void aMeetingThatIsNotDecidedComesBackToAPerson() {
        var id = met();
        walk.complete(id, "recordFirstMeeting", Map.of());
        assertThat(meeting(id)).isWaitingAt("recordFirstMeeting");
        assertThat(process(id)).isWaitingAt("firstMeeting");
    }

    @Test
    void anAgreementThatIsNotMadeComesBackToThePeople() {
        var id = walk.metAndWantToGoOn();
        assertThat(process(id)).isWaitingAt("makeAgreement");
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.AGREEMENT);
        walk.complete(id, "finaliseAgreement", "agreementOutcome", "STOP");
        assertThat(process(id)).isWaitingAt("firstMeeting");
        assertThat(meeting(id)).as("they have met").isWaitingAt("recordFirstMeeting").hasNotPassed("arrangeFirstMeeting");
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.MEETING);
    }

    @Test
    void whenBothHaveConfirmedTheSupportBeginsAndTheRequestsOwnProcessEnds() {
        var id = walk.metAndWantToGoOn();
        var process = process(id);
        walk.complete(id, "finaliseAgreement", "agreementOutcome", "READY");
        walk.bothConfirmByLink(id);
        assertThat(process).isEnded().hasPassed("activateSupport", "supportActivated");
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ACTIVE);
        assertThat(walk.requests.facts(id).outcome()).isNull();
        assertThat(walk.supports.of(id)).isPresent();
    }

    @Test
    void aRequestTakenBackEndsOnceAndIsConfirmedToBoth() {
        var id = walk.received(AskedBy.HOSPITAL);
        var process = process(id);
        walk.requests.withdraw(id, Who.REQUESTER);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.WITHDRAWN);
        walk.requests.withdraw(id, Who.CLIENT);
        walk.runJobs(id);
        assertThat(process).isEnded().hasPassed("releaseEverything", "tellWithdrawn", "requestWithdrawn");
        assertThat(walk.requests.facts(id).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(templates(id).stream().filter("request-withdrawn"::equals)).hasSize(2);
        walk.requests.close(id, Outcome.ENDED);
        assertThat(walk.requests.facts(id).outcome()).as("the first outcome stays").isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    void aRequestGoesOnAsANewOneThatKnowsTheOldAndNotItsVolunteer() {
        var id = met();
        var next = walk.requests.again(id);
        walk.runJobs(next);
        var before = walk.requests.facts(id);
        assertThat(walk.requests.facts(next)).satisfies(f -> {
            assertThat(f.previousId()).isEqualTo(id);
            assertThat(f.kinds()).isEqualTo(before.kinds());
            assertThat(f.reference()).isNotEqualTo(before.reference());
        });
        assertThat(walk.requests.client(next)).isEqualTo(walk.requests.client(id));
        assertThat(walk.requests.consent(next)).isEqualTo(walk.requests.consent(id));
        assertThat(walk.matching.matched(next)).isEmpty();
        assertThat(process(next)).isWaitingAt("screenRequest");
        assertThat(walk.requests.again(id)).as("a repeated step starts no second one").isEqualTo(next);
    }

    private UUID matched() {
        var id = walk.received();
        walk.accept(id);
        walk.chooseFirst(id);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.OFFERED);
        walk.bothSayYes(id);
        return id;
    }

    private UUID met() {
        var id = matched();
        walk.met(id);
        return id;
    }

    private ProcessInstance meeting(UUID id) {
        return walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).processDefinitionKey("first-meeting").singleResult();
    }

    private ProcessInstance process(UUID id) {
        return walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).processDefinitionKey("help-request").singleResult();
    }

    private List<String> templates(UUID id) {
        return messages.of(id).stream().map(Messages.Sent::template).toList();
    }

    private Messages.Sent last(UUID id) {
        var all = messages.of(id);
        return all.get(all.size() - 1);
    }

    private void words(UUID id, String task, String field, String text) {
        database.sql("insert into apusilta.words (case_id, task_id, task_key, field, text, author, written_at) values (?, ?, ?, ?, ?, 'coordinator', now())")
                .params(id, walk.task(id, task).getId(), task, field, text).update();
    }
}
