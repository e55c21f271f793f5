package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.LinkPage;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Sent;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.partner.HandOffs.State;
import org.apusilta.partner.Partner;
import org.apusilta.request.AskedBy;
import org.apusilta.request.Outcome;
import org.apusilta.request.RequestStatus;
import org.apusilta.request.internal.StatusLinks;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** A request goes to a partner with the client's consent, every way it can go: it is taken, given back, or a person finds out. */
@ApusiltaTest
class PartnerHandOffIT {

    @Autowired Journey walk;
    @Autowired Messages messages;
    @Autowired ProcessEngine engine;
    @Autowired List<LinkPage> pages;
    @Autowired MockMvc http;
    @Autowired StatusLinks links;

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
    void aPartnerTakesItHelpArrivesAndTheCaseEndsAsHandedOver() throws Exception {
        var id = walk.handedOff(AskedBy.SOCIAL_WORKER);
        var handOff = handOff(id);
        BpmnAwareTests.assertThat(handOff).isWaitingAt("awaitPartnerAnswer").variables().containsEntry("partnerType", "NGO").containsEntry("partnerReach", "NEAR");
        assertThat(walk.requests.status(id)).as("it keeps its place until somebody says yes").isEqualTo(RequestStatus.MATCHING);
        assertThat(templates(id, Role.PARTNER)).containsExactly("partner-asked");
        assertThat(templates(id, Role.CLIENT)).contains("hand-off-asked");
        assertThat(templates(id, Role.REQUESTER)).contains("hand-off-asked");
        var consent = walk.handOff(id).consent();
        assertThat(consent.from() + consent.how() + consent.on()).isEqualTo("CLIENTPHONE2026-11-20");
        assertThat(model(id)).as("before the yes").doesNotContain("Testi-Aune", "Koetuskuja", "7654", "aune").contains("Vartiokylä");

        walk.partnerAnswers(id, "yes");

        BpmnAwareTests.assertThat(handOff).hasPassed("tellHandedOver").isWaitingAt("arrivalCheckDue");
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ELSEWHERE);
        assertThat(statusPage(id)).contains("Kumppanijärjestö on ottanut asian hoitaakseen", "Kysyimme kumppanijärjestöltä", "Kumppanijärjestö otti asian");
        assertThat(model(id)).as("looking shows nothing of the client").doesNotContain("Testi-Aune", "7654", "aune");
        assertThat(templates(id, Role.CLIENT)).contains("hand-off-accepted");
        var link = messages.of(id).stream().filter(m -> m.template().equals("partner-asked")).findFirst().orElseThrow().links().get(0);
        assertThat(http.perform(get(link)).andReturn().getResponse().getContentAsString()).as("as a scanner of mail does").doesNotContain("Testi-Aune", "7654");
        assertThat(openings(id)).isZero();
        for (int times = 1; times <= 2; times++) {
            assertThat(http.perform(post(link).param("do", "contact").with(csrf())).andReturn().getResponse().getContentAsString())
                    .as("as agreed without the address").contains("Testi-Aune", "7654").doesNotContain("Koetuskuja");
            assertThat(openings(id)).as("each opening is on record").isEqualTo(times);
        }

        walk.timePassesUntil(id, "arrivalCheckDue");
        BpmnAwareTests.assertThat(handOff).isWaitingAt("awaitArrivalAnswer");
        assertThat(templates(id, Role.CLIENT)).contains("help-arrived");
        walk.answer("help-arrived", id, walk.handOff(id).id(), Map.of("answer", "yes"));

        BpmnAwareTests.assertThat(handOff).isEnded().hasPassed("closeHandOff", "helpArrives");
        assertThat(walk.instances(id)).isEmpty();
        assertThat(walk.requests.facts(id).outcome()).isEqualTo(Outcome.HANDED_OVER);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ELSEWHERE);
        assertThat(walk.handOff(id).state()).isEqualTo(State.ARRIVED);
        assertThat(walk.openLinks(id)).as("the partner's view closes").isZero();
        assertThat(http.perform(post(link).param("do", "contact").with(csrf())).andReturn().getResponse().getContentAsString()).doesNotContain("Testi-Aune");
        assertThat(templates(id, Role.PARTNER)).endsWith("partner-thanks");
        assertThat(templates(id, Role.REQUESTER)).endsWith("hand-off-closed");
    }

    /** Agreed: nothing, or how it ended; then who asked does not hear whom we ask, nor where it is. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", value = {"NOTHING,-,-", "OUTCOME,hand-off-accepted,hand-off-closed"})
    void whoAskedHearsNoMoreThanTheClientAgreedTo(String agreed, @Nullable String accepted, @Nullable String closed) {
        var id = walk.received(AskedBy.SOCIAL_WORKER);
        walk.database.sql("update apusilta.help_request set tell_back = ? where id = ?").params(agreed, id).update();
        walk.handOver(id);
        walk.partnerAnswers(id, "yes");
        walk.timePassesUntil(id, "arrivalCheckDue");
        walk.answer("help-arrived", id, walk.handOff(id).id(), Map.of("answer", "yes"));
        assertThat(templates(id, Role.CLIENT)).contains("hand-off-asked", "hand-off-accepted", "hand-off-closed");
        assertThat(templates(id, Role.REQUESTER)).filteredOn(one -> one.startsWith("hand-off"))
                .containsExactlyElementsOf(Stream.of(accepted, closed).filter(Objects::nonNull).toList());
    }

    @Test
    void aPartnerGivesItBackAndTheRequestKeepsItsPlace() {
        var id = walk.handedOff(AskedBy.SELF);
        var handOff = handOff(id);
        var since = walk.requests.facts(id).receivedAt();

        walk.partnerAnswers(id, "no");

        BpmnAwareTests.assertThat(handOff).isEnded().hasPassed("tellReturned", "bouncedBack");
        assertThat(walk.openTasks(id)).containsExactly("widenSearch");
        assertThat(walk.handOff(id).state()).isEqualTo(State.RETURNED);
        assertThat(walk.handOff(id).returnReason()).isEqualTo("Ei ole nyt vapaita ystäviä.");
        assertThat(walk.requests.facts(id).receivedAt()).isEqualTo(since);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.MATCHING);
        assertThat(templates(id, Role.CLIENT)).endsWith("hand-off-returned");

        walk.answer("partner-hand-off", id, walk.handOff(id).id(), Map.of("answer", "yes"));
        assertThat(walk.handOff(id).state()).as("a second answer changes nothing").isEqualTo(State.RETURNED);
    }

    @Test
    void aNoWithoutAReasonIsAskedAgainAndAnswersNothing() {
        var id = walk.handedOff(AskedBy.SELF);
        walk.answer("partner-hand-off", id, walk.handOff(id).id(), Map.of("answer", "no", "reason", " "));
        walk.answer("partner-hand-off", id, walk.handOff(id).id(), Map.of());
        assertThat(walk.handOff(id).state()).isEqualTo(State.ASKED);
    }

    @Test
    void silenceIsRemindedThenCalledAndAskedAgain() {
        var id = walk.handedOff(AskedBy.SELF);
        var handOff = handOff(id);

        walk.timePassesUntil(id, "partnerReminderDue");
        BpmnAwareTests.assertThat(handOff).hasPassed("remindPartner", "partnerReminded").isWaitingAt("awaitPartnerAnswer");
        assertThat(templates(id, Role.PARTNER)).containsExactly("partner-asked", "partner-reminder");
        walk.timePassesUntil(id, "partnerOverdue");
        BpmnAwareTests.assertThat(handOff).isWaitingAt("callPartner");
        assertThat(walk.handOff(id).silent()).isTrue();
        walk.partnerAnswers(id, "yes");
        assertThat(walk.handOff(id).state()).as("too late by link: a coordinator calls").isEqualTo(State.ASKED);
        assertThat(walk.handOffs.counts()).anySatisfy(count -> {
            assertThat(count.silent()).isEqualTo(1);
            assertThat(count.accepted()).isZero();
        });

        walk.complete(id, "callPartner", Map.of());
        BpmnAwareTests.assertThat(handOff).as("undecided comes back to the person").isWaitingAt("callPartner");
        walk.complete(id, "callPartner", "partnerAnswer", "ASK_AGAIN");
        BpmnAwareTests.assertThat(handOff).isWaitingAt("awaitPartnerAnswer");
        assertThat(walk.openLinks(id)).as("one link at a time").isOne();
        assertThat(templates(id, Role.CLIENT)).filteredOn("hand-off-asked"::equals).as("told once").hasSize(1);

        walk.timePassesUntil(id, "partnerOverdue");
        walk.complete(id, "callPartner", "partnerAnswer", "ACCEPTED");
        assertThat(walk.handOff(id).state()).isEqualTo(State.ACCEPTED);
        assertThat(walk.handOff(id).answeredBy()).isEqualTo("PHONE");
        BpmnAwareTests.assertThat(handOff).isWaitingAt("arrivalCheckDue");
    }

    @Test
    void aPartnerGivesItBackByPhone() {
        var id = walk.handedOff(AskedBy.SELF);
        walk.timePassesUntil(id, "partnerOverdue");
        walk.complete(id, "callPartner", "partnerAnswer", "RETURNED");
        assertThat(walk.handOff(id).state()).isEqualTo(State.RETURNED);
        assertThat(walk.openTasks(id)).containsExactly("widenSearch");
    }

    @Test
    void whenHelpHasNotArrivedTheRequestComesBack() {
        var id = walk.arrivalAsked();
        walk.answer("help-arrived", id, walk.handOff(id).id(), Map.of());
        assertThat(walk.handOff(id).arrivalAt()).isNull();
        walk.answer("help-arrived", id, walk.handOff(id).id(), Map.of("answer", "no"));

        assertThat(walk.handOff(id).state()).isEqualTo(State.NOT_ARRIVED);
        assertThat(walk.openTasks(id)).containsExactly("widenSearch");
        assertThat(templates(id, Role.PARTNER)).endsWith("partner-not-needed");
        assertThat(walk.openLinks(id)).isZero();
        walk.complete(id, "widenSearch", "searchOutcome", "HAND_OFF");
        walk.sendTo(id, walk.aPartner());
        assertThat(walk.handOffs.of(id)).as("another partner may be asked").hasSize(2);
    }

    @Test
    void whenNobodySaysAPersonFindsOutAndOwnsIt() {
        var id = walk.arrivalAsked();
        var handOff = handOff(id);
        walk.timePassesUntil(id, "arrivalOverdue");
        BpmnAwareTests.assertThat(handOff).isWaitingAt("checkArrival");
        walk.complete(id, "checkArrival", Map.of());
        BpmnAwareTests.assertThat(handOff).isWaitingAt("checkArrival");
        walk.complete(id, "checkArrival", "helpArrived", "LATER");
        BpmnAwareTests.assertThat(handOff).as("unknown has a next date").isWaitingAt("arrivalCheckDue");
        walk.timePassesUntil(id, "arrivalCheckDue");
        walk.timePassesUntil(id, "arrivalOverdue");
        walk.complete(id, "checkArrival", "helpArrived", "YES");
        assertThat(walk.requests.facts(id).outcome()).isEqualTo(Outcome.HANDED_OVER);
        assertThat(walk.handOff(id).arrivalBy()).isEqualTo("PHONE");
    }

    @Test
    void nothingIsSentWithoutConsentOrWhenTheClientSaysNo() {
        var id = walk.received();
        walk.accept(id);
        walk.complete(id, "chooseVolunteer", "chosenVolunteerId", "NOBODY");
        walk.complete(id, "widenSearch", "searchOutcome", "HAND_OFF");
        Partner partner = walk.aPartner();
        walk.complete(id, "prepareHandOff", Map.of("handOffDecision", "SEND", "chosenPartnerId", partner.id().toString(), "sharedContact", "PHONE"));
        assertThat(walk.openTasks(id)).as("without consent it comes back to the person").containsExactly("prepareHandOff");
        walk.complete(id, "prepareHandOff", "handOffDecision", "CANCEL");

        assertThat(walk.openTasks(id)).containsExactly("widenSearch");
        assertThat(walk.handOff(id).state()).isEqualTo(State.DROPPED);
        assertThat(templates(id, Role.PARTNER)).isEmpty();
        assertThat(templates(id, Role.CLIENT)).noneMatch(template -> template.startsWith("hand-off"));
    }

    private ProcessInstance handOff(UUID id) {
        return walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).processDefinitionKey("partner-handoff").singleResult();
    }

    private List<String> templates(UUID id, Role role) {
        return messages.of(id).stream().filter(sent -> sent.role() == role).map(Sent::template).toList();
    }

    private String statusPage(UUID id) throws Exception {
        return http.perform(get("/status/" + links.issue(id)).header("Accept-Language", "fi")).andReturn().getResponse().getContentAsString();
    }

    private String model(UUID id) {
        var page = pages.stream().filter(one -> one.purpose().equals("partner-hand-off")).findFirst().orElseThrow();
        return page.show(new LinkPage.Opened(id, "partner-hand-off", walk.handOff(id).id(), Locale.forLanguageTag("fi"))).model().toString();
    }

    private long openings(UUID id) {
        return walk.database.sql("select count(*) from apusilta.hand_off_opening where hand_off_id = ?").param(walk.handOff(id).id()).query(Long.class).single();
    }
}
