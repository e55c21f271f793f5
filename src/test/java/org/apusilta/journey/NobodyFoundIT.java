package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Twice;
import org.apusilta.matching.Needs;
import org.apusilta.messaging.LinkPage;
import org.apusilta.messaging.Messages;
import org.apusilta.partner.HandOffs;
import org.apusilta.partner.NetworkAsks;
import org.apusilta.request.RequestStatus;
import org.apusilta.volunteer.Registered;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

/** No volunteer is found: we recruit with what is needed and no client, or ask a network that does not learn whom it is about. */
@ApusiltaTest
class NobodyFoundIT {

    private static final List<String> SECRETS = List.of("Testi-Aune", "Kanervasuo", "7654", "aune", "Koetuskuja", "seuraa ja kahvihetken", "1941", "Vartiokylä", "AP-");

    @Autowired Journey walk;
    @Autowired Needs needs;
    @Autowired Registered register;
    @Autowired Messages messages;
    @Autowired ProcessEngine engine;
    @Autowired MockMvc http;
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
    void aNeedIsPublishedWithoutTheClientAndTheSearchGoesOnWhenSomebodyWhoFitsComes() throws Exception {
        int before = wanted();
        var first = recruits();
        var second = recruits();
        assertThat(wanted()).as("same kind and district are one line with a number").isEqualTo(before + 2);
        assertThat(needs.published().stream().filter(one -> one.kind().equals("FRIEND_VISIT") && one.major().equals("7"))).hasSize(1);
        assertThat(walk.requests.status(first)).isEqualTo(RequestStatus.MATCHING);
        for (var language : List.of("fi", "sv", "en")) {
            assertThat(body("/needs", language)).contains("<h1", "tel:090000007", "mailto:itainen@example.invalid").doesNotContain(SECRETS);
            assertThat(body("/api/needs", language)).contains("FRIEND_VISIT").doesNotContain(SECRETS);
        }
        var waiting = recruiting(first);

        register.volunteer("Sisko", "fi");

        BpmnAwareTests.assertThat(waiting).isEnded().hasPassed("publishNeed", "volunteerAppeared");
        walk.runJobs(first);
        assertThat(walk.openTasks(first)).containsExactly("chooseVolunteer");
        assertThat(wanted()).as("it stays until both have said yes").isEqualTo(before + 2);
        walk.chooseFirst(first);
        walk.bothSayYes(first);
        assertThat(wanted()).isEqualTo(before + 1);
        walk.runJobs(second);
        walk.complete(second, "chooseVolunteer", "chosenVolunteerId", "NOBODY");
        walk.complete(second, "widenSearch", Map.of("searchOutcome", "STOP"));
        assertThat(wanted()).isEqualTo(before);
    }

    @Test
    void ofAFewNoRareLanguageAndNoTimesAreTold() throws Exception {
        walk.database.sql("update apusilta.need set closed_at = now() where kind = 'PHONE_FRIEND' and major = '1' and closed_at is null").update();
        for (int waiting = 1; waiting <= 3; waiting++) {
            walk.database.sql("update apusilta.need set kind = 'PHONE_FRIEND', major = '1', languages = '{fi,so}', times = '{EVENING}' where case_id = ?").param(recruits()).update();
            var line = needs.published().stream().filter(one -> one.kind().equals("PHONE_FRIEND") && one.major().equals("1")).findFirst().orElseThrow();
            assertThat(line.people()).isEqualTo(waiting);
            if (waiting < 3) {
                assertThat(line.languages()).containsExactly("fi");
                assertThat(line.times()).as("not told, which is not: any time will do").isNull();
                assertThat(body("/needs", "fi")).doesNotContain("somali");
                assertThat(body("/api/needs", "fi")).doesNotContain("\"so\"");
            } else {
                assertThat(line.languages()).containsExactly("fi", "so");
                assertThat(line.times()).containsExactly(Needs.Time.EVENING);
                assertThat(body("/needs", "fi")).contains("somali");
            }
        }
    }

    /** A partner takes it and gives it back: it is a coordinator's to publish it again. */
    @Test
    void whatHasLeftTheSearchIsNotPublishedByItselfAgain() {
        var id = recruits();
        walk.timePassesUntil(id, "recruitingOver");
        walk.complete(id, "chooseVolunteer", "chosenVolunteerId", "NOBODY");
        walk.complete(id, "widenSearch", "searchOutcome", "HAND_OFF");
        walk.sendTo(id, walk.aPartner());
        assertThat(published(id)).isTrue();
        walk.partnerAnswers(id, "yes");
        assertThat(published(id)).isFalse();
        walk.timePassesUntil(id, "arrivalCheckDue");
        walk.answer("help-arrived", id, walk.handOff(id).id(), Map.of("answer", "no"));
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.MATCHING);
        assertThat(published(id)).isFalse();
        walk.complete(id, "widenSearch", "searchOutcome", "RECRUIT");
        assertThat(published(id)).isTrue();
    }

    private boolean published(UUID id) {
        return walk.database.sql("select count(*) = 1 from apusilta.need where case_id = ? and closed_at is null").param(id).query(Boolean.class).single();
    }

    @Test
    void whenNobodyComesTheDayComes() {
        var id = recruits();
        var waiting = recruiting(id);
        walk.timePassesUntil(id, "recruitingOver");
        BpmnAwareTests.assertThat(waiting).isEnded().hasPassed("timeToLookAgain");
        assertThat(walk.openTasks(id)).contains("chooseVolunteer");
    }

    @Test
    void theFirstWhoTakesItGetsItAndTheHandOffBeginsWithThem() {
        var id = walk.networkAsked(3);
        var asking = asking(id);
        BpmnAwareTests.assertThat(asking).isWaitingAt("awaitTaker");
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.MATCHING);
        var letters = messages.of(id).stream().filter(sent -> sent.template().equals("network-asked")).toList();
        assertThat(letters).hasSize(3).allSatisfy(letter -> assertThat(letter.body() + letter.subject()).doesNotContain(SECRETS));
        assertThat(page(id, 0).model().toString()).doesNotContain(SECRETS);
        assertThat(page(id, 0).view()).isEqualTo("network-ask");

        walk.memberAnswers(id, 1, "");
        assertThat(ask(id).state()).as("neither yes nor no").isEqualTo(NetworkAsks.State.OPEN);
        walk.memberAnswers(id, 0, "no");
        walk.memberAnswers(id, 1, "yes");
        walk.memberAnswers(id, 2, "yes");

        var asked = ask(id);
        assertThat(asked.state()).isEqualTo(NetworkAsks.State.TAKEN);
        assertThat(asked.taker()).isEqualTo(asked.members().get(1).partner());
        assertThat(asked.members().stream().map(NetworkAsks.Member::yes)).containsExactly(false, true, null);
        assertThat(page(id, 1).model()).containsEntry("state", "yours");
        assertThat(page(id, 2).model()).containsEntry("state", "taken");
        var task = walk.task(id, "prepareHandOff");
        assertThat(walk.tasks.getVariable(task.getId(), "offeredPartnerId")).isNotNull();
        walk.complete(id, "prepareHandOff", Map.of("handOffDecision", "SEND", "chosenPartnerId", walk.tasks.getVariable(task.getId(), "offeredPartnerId"), "consentFrom", "CLIENT",
                "consentHow", "PHONE", "consentOn", "2026-11-20", "sharedContact", "PHONE"));
        assertThat(walk.handOff(id).state()).isEqualTo(HandOffs.State.ASKED);
        walk.partnerAnswers(id, "no");
        BpmnAwareTests.assertThat(asking).isEnded().hasPassed("takerHandedOff");
        assertThat(walk.openTasks(id)).containsExactly("widenSearch");
    }

    /** Who said yes is waiting for us: whichever way it goes without them, they hear so, once. */
    @Test
    void whoTookItHearsWhenItDoesNotComeToThemAfterAll() {
        var refused = walk.networkAsked(2);
        walk.memberAnswers(refused, 0, "yes");
        walk.complete(refused, "prepareHandOff", "handOffDecision", "CANCEL");
        assertThat(notPassed(refused)).singleElement().satisfies(letter -> assertThat(letter.body() + letter.subject()).doesNotContain(SECRETS));
        walk.requests.withdraw(refused, org.apusilta.request.HelpRequests.Who.CLIENT);
        walk.runJobs(refused);
        assertThat(notPassed(refused)).as("once").hasSize(1);

        var withdrawn = walk.networkAsked(2);
        walk.memberAnswers(withdrawn, 0, "yes");
        walk.requests.withdraw(withdrawn, org.apusilta.request.HelpRequests.Who.CLIENT);
        walk.runJobs(withdrawn);
        assertThat(notPassed(withdrawn)).hasSize(1);
    }

    private List<org.apusilta.messaging.Messages.Sent> notPassed(UUID id) {
        return messages.of(id).stream().filter(sent -> sent.template().equals("network-not-passed")).toList();
    }

    @Test
    void whenAllSayNoOrNobodyAnswersTheRequestIsBackWithWhoSaidWhat() {
        var refused = walk.networkAsked(2);
        walk.memberAnswers(refused, 0, "no");
        assertThat(page(refused, 0).model()).containsEntry("state", "no");
        walk.memberAnswers(refused, 1, "no");
        assertThat(ask(refused).state()).isEqualTo(NetworkAsks.State.CLOSED);
        assertThat(walk.openTasks(refused)).containsExactly("widenSearch");

        var silent = walk.networkAsked(2);
        var asking = asking(silent);
        walk.memberAnswers(silent, 0, "no");
        walk.timePassesUntil(silent, "networkOverdue");
        BpmnAwareTests.assertThat(asking).isEnded().hasPassed("closeAsking", "nobodyTookIt");
        assertThat(walk.openTasks(silent)).contains("widenSearch");
        walk.memberAnswers(silent, 1, "yes");
        assertThat(ask(silent).state()).as("too late").isEqualTo(NetworkAsks.State.CLOSED);
        assertThat(page(silent, 1).model()).containsEntry("state", "over");
    }

    @Test
    void nobodyIsAskedWithoutADecision() {
        var id = walk.received();
        walk.accept(id);
        walk.complete(id, "chooseVolunteer", "chosenVolunteerId", "NOBODY");
        walk.complete(id, "widenSearch", "searchOutcome", "ASK_NETWORK");
        walk.complete(id, "chooseNetwork", Map.of());
        assertThat(walk.openTasks(id)).containsExactly("chooseNetwork");
        walk.complete(id, "chooseNetwork", "networkDecision", "CANCEL");
        assertThat(walk.openTasks(id)).containsExactly("widenSearch");
        assertThat(walk.networks.of(id)).isEmpty();
    }

    @Test
    void ofEightAtTheSameInstantOneGetsIt() throws Exception {
        var id = walk.networkAsked(8);
        var members = ask(id).members();
        var start = new CyclicBarrier(8);
        var people = Executors.newFixedThreadPool(8);
        try {
            var all = IntStream.range(0, 8).<Callable<Void>>mapToObj(i -> () -> {
                start.await();
                // as for every link: who meets another is tried once more, and is plainly late then
                return Twice.tried(() -> {
                    walk.answer("network-ask", id, members.get(i).id(), Map.of("answer", "yes"), false);
                    return null;
                });
            }).toList();
            for (var one : people.invokeAll(all)) {
                one.get();
            }
        } finally {
            people.shutdown();
        }
        walk.runJobs(id);
        assertThat(ask(id).state()).isEqualTo(NetworkAsks.State.TAKEN);
        assertThat(walk.openTasks(id)).containsExactly("prepareHandOff");
        assertThat(IntStream.range(0, 8).mapToObj(i -> page(id, i).model().get("state"))).containsOnlyOnce("yours").filteredOn("taken"::equals).hasSize(7);
    }

    private UUID recruits() {
        var id = walk.received();
        walk.accept(id);
        walk.complete(id, "chooseVolunteer", "chosenVolunteerId", "NOBODY");
        walk.complete(id, "widenSearch", "searchOutcome", "RECRUIT");
        return id;
    }

    private int wanted() {
        return needs.published().stream().filter(one -> one.kind().equals("FRIEND_VISIT") && one.major().equals("7")).mapToInt(Needs.Need::people).sum();
    }

    private ProcessInstance recruiting(UUID id) {
        return instance(id, "recruit-volunteers");
    }

    private ProcessInstance asking(UUID id) {
        return instance(id, "ask-network");
    }

    private ProcessInstance instance(UUID id, String process) {
        return walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).processDefinitionKey(process).singleResult();
    }

    private NetworkAsks.Ask ask(UUID id) {
        var all = walk.networks.of(id);
        return all.get(all.size() - 1);
    }

    private LinkPage.Page page(UUID id, int member) {
        return pages.stream().filter(one -> one.purpose().equals("network-ask")).findFirst().orElseThrow()
                .show(new LinkPage.Opened(id, "network-ask", ask(id).members().get(member).id(), Locale.forLanguageTag("fi")));
    }

    private String body(String path, String language) throws Exception {
        return http.perform(get(path).header("Accept-Language", language)).andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
