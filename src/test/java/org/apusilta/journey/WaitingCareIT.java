package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.matching.Waiting;
import org.apusilta.matching.Waiting.Answer;
import org.apusilta.messaging.LinkPage;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Sent;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.request.AskedBy;
import org.apusilta.request.NewRequest;
import org.apusilta.request.Outcome;
import org.apusilta.request.RequestStatus;
import org.apusilta.request.internal.StatusLinks;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** Whoever waits for a volunteer hears from us: by link or by phone, again and again, until somebody is found or the wait is over. */
@ApusiltaTest
class WaitingCareIT {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    @Autowired Journey walk;
    @Autowired Waiting waiting;
    @Autowired Messages messages;
    @Autowired ProcessEngine engine;
    @Autowired MockMvc http;
    @Autowired StatusLinks links;
    @Autowired List<LinkPage> pages;

    @BeforeEach
    void people() {
        BpmnAwareTests.init(engine);
        walk.somePeople();
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void theClientIsAskedRemindedAnswersByLinkAndIsAskedAgain() {
        var id = waits(AskedBy.SELF);
        var promised = waiting.of(id).orElseThrow().promisedOn();
        assertThat(promised).as("promised from the first day").isAfter(date());

        walk.timePassesUntil(id, "firstContactDue");
        BpmnAwareTests.assertThat(care(id)).isWaitingAt("awaitStillWanted");
        assertThat(waiting.of(id).orElseThrow().promisedOn()).as("the promise stands").isEqualTo(promised);
        assertThat(templates(id, Role.CLIENT)).endsWith("still-wanted");
        assertThat(walk.requests.status(id)).as("the second token says nothing else").isEqualTo(RequestStatus.MATCHING);
        assertThat(walk.openTasks(id)).containsExactly("chooseVolunteer");

        walk.timePassesUntil(id, "waitingReminderDue");
        assertThat(templates(id, Role.CLIENT)).endsWith("still-wanted-reminder");
        walk.answer("still-wanted", id, contact(id), Map.of());
        BpmnAwareTests.assertThat(care(id)).as("no answer is no answer").isWaitingAt("awaitStillWanted");
        walk.stillWanted(id, Map.of("answer", "still"));

        assertThat(walk.answered("still-wanted", id, contact(id), Map.of("answer", "still")).model()).as("sent twice").containsEntry("other", false);
        assertThat(walk.answered("still-wanted", id, contact(id), Map.of("answer", "no")).model()).as("a change of mind needs a person").containsEntry("other", true);
        BpmnAwareTests.assertThat(care(id)).hasPassed("remindWaitingClient", "waitingClientReminded", "tellReferrer").isWaitingAt("nextContactDue");
        var answered = waiting.of(id).orElseThrow();
        assertThat(answered.contacts()).singleElement().satisfies(one -> {
            assertThat(one.answer()).isEqualTo(Answer.STILL_WANTED);
            assertThat(one.means()).isEqualTo("LINK");
        });
        assertThat(answered.promisedOn()).as("the next promise").isAfter(promised);
        assertThat(templates(id, Role.REQUESTER)).as("who asks for themselves is told nothing twice").isEmpty();

        walk.timePassesUntil(id, "nextContactDue");
        BpmnAwareTests.assertThat(care(id)).isWaitingAt("awaitStillWanted");
        assertThat(waiting.of(id).orElseThrow().contacts()).hasSize(2);
    }

    @Test
    void whoDoesNotAnswerIsCalledOnTheDayPromisedAndMayWantHelpMeanwhile() {
        var id = waits(AskedBy.SELF);
        walk.timePassesUntil(id, "firstContactDue");
        var promised = waiting.of(id).orElseThrow().promisedOn();
        assertThat(messages.of(id).stream().filter(sent -> sent.template().equals("still-wanted")).findFirst().orElseThrow().body())
                .as("on the morning of the day promised a person calls: the last day for the link is the one before").contains(promised.minusDays(1).format(java.time.format.DateTimeFormatter.ofPattern("d.M.yyyy")));
        walk.timePassesUntil(id, "waitingAnswerOverdue");
        assertThat(date()).isEqualTo(promised);
        var task = walk.task(id, "callWaitingClient");
        assertThat(task.getDueDate().toInstant()).isEqualTo(promised.atTime(16, 0).atZone(HELSINKI).toInstant());
        walk.answer("still-wanted", id, contact(id), Map.of("answer", "still"));
        assertThat(waiting.of(id).orElseThrow().contacts().get(0).answer()).as("a coordinator calls already").isNull();

        walk.complete(id, "callWaitingClient", Map.of());
        assertThat(walk.openTasks(id)).as("undecided comes back to the person").contains("callWaitingClient");
        walk.complete(id, "callWaitingClient", Map.of("waitingAnswer", "INTERIM", "interimChoice", "5f0c1b52-6b8e-4d0e-9a51-0d5a6f2f2001"));
        var contact = waiting.of(id).orElseThrow().contacts().get(0);
        assertThat(contact.answer() + contact.means() + contact.interim()).isEqualTo("INTERIMPHONEPuhelinystävä");
        walk.complete(id, "arrangeInterim", "interimOutcome", "ARRANGED");
        BpmnAwareTests.assertThat(care(id)).isWaitingAt("nextContactDue");

        walk.timePassesUntil(id, "nextContactDue");
        walk.stillWanted(id, Map.of("interim", "5f0c1b52-6b8e-4d0e-9a51-0d5a6f2f2001"));
        assertThat(waiting.of(id).orElseThrow().contacts().get(1).answer()).as("choosing the help says it").isEqualTo(Answer.INTERIM);
    }

    @Test
    void whoCannotBeWrittenToIsCalledInGoodTime() {
        var id = accepted(unreachable());
        var promised = waiting.of(id).orElseThrow().promisedOn();
        walk.timePassesUntil(id, "firstContactDue");
        var task = walk.task(id, "callWaitingClient");
        assertThat(task.getDueDate().toInstant()).isEqualTo(promised.atTime(16, 0).atZone(HELSINKI).toInstant()).isAfter(ClockUtil.getCurrentTime().toInstant());
        assertThat(templates(id, Role.CLIENT)).doesNotContain("still-wanted");
        walk.complete(id, "callWaitingClient", "waitingAnswer", "CHANGED");
        walk.complete(id, "reviewChange", "changeOutcome", "SEARCH_GOES_ON");
        BpmnAwareTests.assertThat(care(id)).isWaitingAt("nextContactDue");
    }

    @Test
    void whoNeedsNobodyAnyMoreWithdrawsByTheSameQuestion() {
        var id = waits(AskedBy.RELATIVE);
        walk.timePassesUntil(id, "firstContactDue");
        var care = care(id);
        walk.stillWanted(id, Map.of("answer", "no"));

        BpmnAwareTests.assertThat(care).isEnded().hasPassed("takeBackRequest", "noLongerWanted");
        assertThat(walk.instances(id)).isEmpty();
        assertThat(walk.allJobs(id)).isEmpty();
        assertThat(walk.requests.facts(id).outcome()).isEqualTo(Outcome.WITHDRAWN);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(templates(id, Role.REQUESTER)).contains("request-withdrawn").doesNotContain("waiting-told");
        assertThat(waiting.of(id).orElseThrow().waiting()).isFalse();
    }

    @Test
    void noLongerWantedIsHeardOnThePhoneToo() {
        var id = accepted(unreachable());
        walk.timePassesUntil(id, "firstContactDue");
        walk.complete(id, "callWaitingClient", "waitingAnswer", "NOT_WANTED");
        assertThat(walk.instances(id)).isEmpty();
        assertThat(walk.requests.facts(id).outcome()).isEqualTo(Outcome.WITHDRAWN);
    }

    @Test
    void whenBothHaveSaidYesNobodyAsksAnyMoreAndAReturnKeepsThePlace() {
        var id = waits(AskedBy.SELF);
        var began = waiting.of(id).orElseThrow().beganAt();
        walk.timePassesUntil(id, "firstContactDue");
        var contact = contact(id);
        walk.chooseFirst(id);
        walk.bothSayYes(id);

        assertThat(walk.openTasks(id)).containsExactly("arrangeFirstMeeting");
        assertThat(walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).processDefinitionKey("waiting-care").count()).isZero();
        assertThat(walk.allJobs(id)).as("no timer of the wait is left").isEmpty();
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.MEETING);
        assertThat(page("still-wanted", id, contact).model()).containsEntry("state", "over");
        assertThat(waiting.of(id).orElseThrow().waiting()).isFalse();
        walk.met(id);
        walk.complete(id, "recordFirstMeeting", "meetingOutcome", "TRY_ANOTHER");

        assertThat(waiting.of(id).orElseThrow().beganAt()).isEqualTo(began);
        assertThat(waiting.of(id).orElseThrow().waiting()).as("and is seen to wait").isTrue();
        walk.timePassesUntil(id, "firstContactDue");
        assertThat(waiting.of(id).orElseThrow().contacts()).as("counted on").hasSize(2);
    }

    @Test
    void whileTheClientIsAskedAboutAVolunteerOurQuestionWaits() {
        var id = waits(AskedBy.SELF);
        walk.chooseFirst(id);
        walk.offerAnswered(id, "yes");
        walk.timePassesUntil(id, "firstContactDue");
        BpmnAwareTests.assertThat(care(id)).isWaitingAt("nextContactDue");
        assertThat(waiting.of(id).orElseThrow().contacts()).isEmpty();
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.OFFERED);
        assertThat(templates(id, Role.CLIENT)).doesNotContain("still-wanted");
    }

    /** What may be told is what was agreed: nothing, that the client waits, or also what the client says. */
    @Test
    void theReferrerHearsWhatTheClientHasAgreedTo() throws Exception {
        for (var agreed : List.of("NOTHING", "OUTCOME", "PROGRESS")) {
            var id = accepted(referred(agreed));
            walk.timePassesUntil(id, "firstContactDue");
            walk.stillWanted(id, Map.of("answer", "changed", "words", "Muutin tyttären luo."));
            var told = messages.of(id).stream().filter(sent -> sent.template().equals("waiting-told")).map(Sent::body).toList();
            var page = statusPage(id);
            assertThat(walk.openTasks(id)).contains("reviewChange");
            if (agreed.equals("PROGRESS")) {
                assertThat(told).singleElement().asString().contains("tilanteessa on muuttunut jokin").doesNotContain("tyttären");
                assertThat(page).contains("tilanteessa on muuttunut jokin");
            } else {
                assertThat(told).isEmpty();
                assertThat(page).doesNotContain("tilanteessa on muuttunut jokin", "Emme osaa vielä sanoa", "Aloimme etsiä vapaaehtoista", "Etsimme vapaaehtoista");
                assertThat(page).contains(agreed.equals("OUTCOME") ? "Otettu hoidettavaksi" : "Pyyntö on meillä");
            }
        }
        for (var agreed : List.of("NOTHING", "OUTCOME")) {
            var id = accepted(referred(agreed));
            walk.requests.close(id, org.apusilta.request.Outcome.NO_VOLUNTEER);
            assertThat(statusPage(id).contains("Asia päättyi")).as("how it ended, where that was agreed").isEqualTo(agreed.equals("OUTCOME"));
        }
        var relative = waits(AskedBy.RELATIVE);
        walk.timePassesUntil(relative, "firstContactDue");
        walk.stillWanted(relative, Map.of("answer", "still"));
        assertThat(messages.of(relative).stream().filter(sent -> sent.template().equals("waiting-told")).map(Sent::body)).singleElement().asString()
                .doesNotContain("toivoo edelleen");
    }

    /** The team lead keeps what is offered meanwhile; a mistake loses nothing that was typed, and what is out of use is offered no more. */
    @Test
    void theLeadKeepsWhatIsOfferedMeanwhile() throws Exception {
        var id = waits(AskedBy.SELF);
        walk.timePassesUntil(id, "firstContactDue");
        var typed = new java.util.HashMap<>(Map.of("name_fi", "Koekerho", "name_sv", "Provklubb", "text_fi", "Tiistaisin kello 13.", "major", "7", "position", "15", "active", "true"));
        interim("", typed).andExpect(content().string(org.hamcrest.Matchers.containsString("value=\"Provklubb\"")))
                .andExpect(content().string(org.hamcrest.Matchers.containsString("Give the name in all three languages")));
        assertThat(page("still-wanted", id, contact(id)).model().toString()).doesNotContain("Koekerho");
        typed.put("name_en", "Trial club");
        typed.put("position", "soon");
        interim("", typed).andExpect(content().string(org.hamcrest.Matchers.containsString("The order is a whole number")));
        typed.put("position", "15");
        interim("", typed).andExpect(redirectedUrl("/interim?saved"));
        assertThat(page("still-wanted", id, contact(id)).model().toString()).contains("Koekerho", "Tiistaisin kello 13.");

        var kept = walk.database.sql("select id from apusilta.interim_offer where name_fi = 'Koekerho'").query(UUID.class).single();
        typed.remove("active");
        interim("/" + kept, typed).andExpect(redirectedUrl("/interim?saved"));
        assertThat(page("still-wanted", id, contact(id)).model().toString()).doesNotContain("Koekerho");
        http.perform(get("/interim").with(lead()).header("Accept-Language", "en")).andExpect(content().string(org.hamcrest.Matchers.containsString("Trial club")));
    }

    private org.springframework.test.web.servlet.ResultActions interim(String where, Map<String, String> typed) throws Exception {
        var sent = post("/interim" + where).with(csrf()).with(lead()).header("Accept-Language", "en");
        typed.forEach(sent::param);
        return http.perform(sent);
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor lead() {
        return authentication(org.springframework.security.authentication.UsernamePasswordAuthenticationToken.authenticated("lead", null,
                org.springframework.security.core.authority.AuthorityUtils.createAuthorityList("ROLE_LEAD")));
    }

    @Test
    void aCoordinatorWritesDownWhatIsHeardBeforeAnybodyHasToCall() {
        var id = waits(AskedBy.SELF);
        assertThat(waiting.heard(id, Answer.STILL_WANTED, null, "coordinator")).as("nobody was asked yet").isFalse();
        walk.timePassesUntil(id, "firstContactDue");
        assertThat(waiting.awaited(id)).isTrue();
        assertThat(waiting.heard(id, Answer.STILL_WANTED, "Soitti itse.", "coordinator")).isTrue();
        walk.runJobs(id);
        assertThat(waiting.of(id).orElseThrow().contacts().get(0)).satisfies(one -> {
            assertThat(one.means()).isEqualTo("PHONE");
            assertThat(one.recordedBy()).isEqualTo("coordinator");
        });
        assertThat(waiting.heard(id, Answer.NOT_WANTED, null, "coordinator")).as("once").isFalse();
    }

    /** Months go by, nobody answers anything and nobody does a task: on no morning is a promise past without a task to a person. */
    @Test
    void nobodyInTheQueueGoesPastThePromiseWithoutATask() {
        var cases = new ArrayList<>(List.of(waits(AskedBy.SELF), waits(AskedBy.RELATIVE), accepted(unreachable()), accepted(referred("PROGRESS"))));
        var offered = waits(AskedBy.SELF);
        walk.chooseFirst(offered);
        cases.add(offered);
        for (int day = 0; day < 90; day++) {
            ClockUtil.setCurrentTime(new Date(ClockUtil.getCurrentTime().getTime() + 24 * 3_600_000L));
            for (var id : cases) {
                walk.runJobs(id);
                var promised = waiting.of(id).orElseThrow().promisedOn();
                assertThat(promised != null && !promised.isBefore(date()) || walk.openTasks(id).contains("callWaitingClient"))
                        .as("day %d of %s: promised %s, open %s", day, id, promised, walk.openTasks(id)).isTrue();
            }
        }
        assertThat(cases).allSatisfy(id -> assertThat(walk.openTasks(id)).contains("callWaitingClient"));
    }

    private LinkPage.Page page(String purpose, UUID id, UUID subject) {
        return pages.stream().filter(one -> one.purpose().equals(purpose)).findFirst().orElseThrow()
                .show(new LinkPage.Opened(id, purpose, subject, Locale.forLanguageTag("fi")));
    }

    private UUID waits(AskedBy askedBy) {
        return accepted(Journey.aRequest(askedBy));
    }

    private UUID accepted(NewRequest request) {
        var id = walk.requests.submit(request).id();
        walk.runJobs(id);
        walk.accept(id);
        return id;
    }

    private static NewRequest unreachable() {
        var one = Journey.aRequest(AskedBy.RELATIVE);
        var client = one.client();
        return with(one, new NewRequest.Client(client.name(), null, null, client.birthYear(), client.language(), client.district(), client.address(), client.practical()), one.care());
    }

    private static NewRequest referred(String tellBack) {
        var one = Journey.aRequest(AskedBy.SOCIAL_WORKER);
        return with(one, one.client(), new NewRequest.Care(one.care().responsible(), one.care().contactPerson(), null, tellBack));
    }

    private static NewRequest with(NewRequest one, NewRequest.Client client, NewRequest.Care care) {
        return new NewRequest(one.askedBy(), client, one.requester(), one.consentGiven(), one.consent(), one.kinds(), one.description(), one.languages(),
                one.times(), one.recurring(), one.hoursPerWeek(), one.startOn(), one.home(), one.escort(), care, one.language(), one.submittedBy());
    }

    private UUID contact(UUID id) {
        return walk.contact(id);
    }

    private ProcessInstance care(UUID id) {
        return walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).processDefinitionKey("waiting-care").singleResult();
    }

    private static LocalDate date() {
        return LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), HELSINKI);
    }

    private List<String> templates(UUID id, Role role) {
        return messages.of(id).stream().filter(sent -> sent.role() == role).map(Sent::template).toList();
    }

    private String statusPage(UUID id) throws Exception {
        return http.perform(get("/status/" + links.issue(id)).header("Accept-Language", "fi")).andReturn().getResponse().getContentAsString();
    }
}
