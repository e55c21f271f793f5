package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.apusilta.matching.Matching.OfferState;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Sent;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.request.AskedBy;
import org.apusilta.request.NewRequest;
import org.apusilta.request.RequestStatus;
import org.apusilta.volunteer.Volunteers;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** The second side of an offer: the client hears who is proposed and answers, by link or by phone; until then nobody knows who the other is. */
@ApusiltaTest
class AskClientIT {

    @Autowired Journey walk;
    @Autowired Messages messages;
    @Autowired Volunteers volunteers;
    @Autowired ProcessEngine engine;
    @Autowired MockMvc http;

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
    void theClientHearsWhoIsProposedWithoutSurnameOrContactAndSaysYesByLink() throws Exception {
        var id = offered();
        var volunteer = volunteers.contact(walk.openOffer(id).volunteerId()).orElseThrow();
        walk.offerAnswered(id, "yes");
        var asking = asking(id);

        assertThat(asking).isWaitingAt("confirmWithClient").hasPassed("proposeVolunteer");
        assertThat(walk.requests.status(id)).as("waiting for answers").isEqualTo(RequestStatus.OFFERED);
        assertThat(walk.matching.agreedByBoth(id)).isEmpty();
        // some volunteers have no e-mail
        var hidden = Stream.of(volunteer.familyName(), volunteer.email(), volunteer.phone()).filter(Objects::nonNull).toList();
        var told = last(id);
        assertThat(told.template()).isEqualTo("client-offer");
        assertThat(told.role()).isEqualTo(Role.CLIENT);
        assertThat(told.body()).contains(volunteer.givenName()).doesNotContain(hidden);
        var page = page(told.links().get(0));
        assertThat(page).contains(volunteer.givenName(), "vuotta", "suomi").doesNotContain(hidden);

        http.perform(post(told.links().get(0)).param("answer", "").with(csrf())).andExpect(content().string(containsString("Valitse kyllä tai ei")));
        assertThat(asking).isWaitingAt("confirmWithClient");
        http.perform(post(told.links().get(0)).param("answer", "yes").with(csrf())).andExpect(content().string(containsString("Kiitos, hienoa")));
        walk.runJobs(id);

        assertThat(asking).isEnded().hasPassed("clientAnswered", "recordClientAnswer", "confirmMatch", "bothSaidYes");
        assertThat(walk.openTasks(id)).containsExactly("arrangeFirstMeeting");
        assertThat(walk.matching.agreedByBoth(id)).contains(volunteer.id());
        assertThat(walk.matching.offers(id).get(0).client()).satisfies(said -> {
            assertThat(said.yes()).isTrue();
            assertThat(said.means()).isEqualTo("LINK");
            assertThat(said.recordedBy()).isNull();
        });
        http.perform(post(told.links().get(0)).param("answer", "no").with(csrf())).andExpect(status().isOk()).andExpect(content().string(containsString("Kiitos, hienoa")));
        assertThat(walk.matching.agreedByBoth(id)).as("the first answer stays").contains(volunteer.id());
    }

    @Test
    void aYesHeardOnThePhoneIsAsGoodAndKeepsWhoHeardIt() {
        var id = asked();
        var asking = asking(id);
        walk.tasks.setAssignee(walk.task(id, "confirmWithClient").getId(), "coordinator-east");
        walk.complete(id, "confirmWithClient", Map.of("clientAnswer", "YES", "clientAnsweredBy", "PHONE"));
        assertThat(asking).isEnded().hasPassed("bothSaidYes").hasNotPassed("clientAnswered");
        assertThat(walk.matching.offers(id).get(0).client()).satisfies(said -> {
            assertThat(said.means()).isEqualTo("PHONE");
            assertThat(said.recordedBy()).isEqualTo("coordinator-east");
        });
    }

    @Test
    void aNoIsNobodysFaultTheNextIsAskedAndTheVolunteerIsThanked() {
        var id = asked();
        var asking = asking(id);
        var search = walk.runtime.createProcessInstanceQuery().subProcessInstanceId(asking.getId()).singleResult();
        var since = walk.requests.facts(id).receivedAt();
        var first = walk.matching.matched(id).orElseThrow();
        var load = load(first);

        walk.clientAnswered(id, "no");

        assertThat(asking).isEnded().hasPassed("thankVolunteer", "clientSaidNo");
        assertThat(search).isWaitingAt("chooseVolunteer");
        assertThat(walk.matching.offers(id)).extracting(o -> o.state()).containsExactly(OfferState.CLIENT_DECLINED);
        assertThat(load(first)).as("the place is free again, once").isEqualTo(load - 1);
        assertThat(walk.matching.matched(id)).isEmpty();
        assertThat(last(id).template()).isEqualTo("offer-not-this-time");
        assertThat(last(id).role()).isEqualTo(Role.VOLUNTEER);
        assertThat(walk.requests.facts(id).receivedAt()).as("keeps its place in the queue").isEqualTo(since);
        assertThat(walk.matching.candidates(id, 100, java.util.Locale.ENGLISH)).extracting(c -> c.volunteerId()).isNotEmpty().doesNotContain(first);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.MATCHING);
    }

    @Test
    void silenceIsFollowedByOneReminderWhileTheCoordinatorOwnsTheQuestion() {
        var id = asked();
        var asking = asking(id);
        var task = walk.task(id, "confirmWithClient");
        assertThat(task).hasCandidateGroup("coordinators-7");
        assertThat(task.getDueDate()).isNotNull();
        walk.timePassesUntil(id, "clientReminderDue");
        assertThat(asking).hasPassed("remindClient", "clientReminded").isWaitingAt("confirmWithClient");
        assertThat(templates(id).stream().filter("client-offer-reminder"::equals)).hasSize(1);
        walk.complete(id, "confirmWithClient", Map.of());
        assertThat(asking).as("not decided: back to the person").isWaitingAt("confirmWithClient");
        walk.complete(id, "confirmWithClient", Map.of("clientAnswer", "NO", "clientAnsweredBy", "PAPER"));
        assertThat(asking).isEnded().hasPassed("clientSaidNo");
    }

    @Test
    void aClientWithoutMailAndPhoneIsWrittenNothingAndCalledByTheCoordinator() {
        var sent = Journey.aRequest(AskedBy.RELATIVE);
        var client = sent.client();
        var id = walk.requests.submit(new NewRequest(sent.askedBy(), new NewRequest.Client(client.name(), null, null, 1935, "fi", "701", client.address(), Map.of()),
                sent.requester(), true, sent.consent(), sent.kinds(), sent.description(), sent.languages(), sent.times(), sent.recurring(), sent.hoursPerWeek(),
                null, sent.home(), Map.of(), sent.care(), "fi", null)).id();
        walk.runJobs(id);
        walk.accept(id);
        walk.chooseFirst(id);
        walk.offerAnswered(id, "yes");
        assertThat(walk.openTasks(id)).containsExactly("confirmWithClient");
        walk.timePassesUntil(id, "clientReminderDue");
        assertThat(templates(id)).noneMatch(t -> t.startsWith("client-offer"));
    }

    @Test
    void nothingPersonalIsToldToTheVolunteerBeforeBothSaidYes() throws Exception {
        var id = offered();
        var client = walk.requests.client(id);
        var secrets = List.of(client.name(), client.phone(), client.email(), client.address(), "kuulolaite", "Toivoisin seuraa");
        var link = last(id).links().get(0);
        assertThat(page(link)).doesNotContain(secrets);
        walk.offerAnswered(id, "yes");
        assertThat(page(link)).contains("Nyt kysymme samaa").doesNotContain(secrets);
        walk.clientAnswered(id, "no");
        assertThat(page(link)).contains("Tällä kertaa avun toivoja valitsi toisin").doesNotContain(secrets);
        assertThat(messages.of(id)).filteredOn(m -> m.role() == Role.VOLUNTEER).hasSize(2).allSatisfy(m -> assertThat(m.body() + m.subject()).doesNotContain(secrets));
        walk.engineKnowsNothingOf(List.of(client.name(), client.address()));
    }

    @Test
    void aWithdrawalClosesTheClientsLinkAndFreesTheVolunteer() throws Exception {
        var id = asked();
        var link = last(id).links().get(0);
        walk.requests.withdraw(id, org.apusilta.request.HelpRequests.Who.CLIENT);
        walk.runJobs(id);
        http.perform(get(link)).andExpect(status().isGone());
        http.perform(post(link).param("answer", "yes").with(csrf())).andExpect(status().isGone());
        assertThat(walk.instances(id)).isEmpty();
    }

    private UUID offered() {
        var id = walk.received();
        walk.accept(id);
        walk.chooseFirst(id);
        return id;
    }

    private UUID asked() {
        var id = offered();
        walk.offerAnswered(id, "yes");
        return id;
    }

    private ProcessInstance asking(UUID id) {
        return walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).processDefinitionKey("ask-client").singleResult();
    }

    private int load(UUID volunteer) {
        return walk.database.sql("select load from apusilta.volunteer where id = ?").param(volunteer).query(Integer.class).single();
    }

    private Sent last(UUID id) {
        var all = messages.of(id);
        return all.get(all.size() - 1);
    }

    private List<String> templates(UUID id) {
        return messages.of(id).stream().map(Sent::template).toList();
    }

    private String page(String link) throws Exception {
        return http.perform(get(link).param("lang", "fi")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
