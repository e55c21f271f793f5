package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.apusilta.request.HelpRequests.Who;
import org.apusilta.request.RequestStatus;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Every node and branch of clarify-request, the answers coming through the link as people send them. */
@ApusiltaTest
class ClarifyRequestIT {

    @Autowired Journey walk;
    @Autowired Messages messages;
    @Autowired MockMvc http;
    @Autowired JdbcClient database;
    @Autowired ProcessEngine engine;

    @BeforeEach
    void engine() {
        BpmnAwareTests.init(engine);
    }

    @AfterEach
    void today() {
        ClockUtil.reset();
    }

    @Test
    void whoAskedGetsTheCoordinatorsQuestionAndALink() {
        var id = asked("Montako kertaa viikossa, ja kuka avaa oven?");
        assertThat(clarifying(id)).isWaitingAt("awaitAnswer").hasPassed("askClarification");
        assertThat(last(id)).satisfies(told -> {
            assertThat(told.template()).isEqualTo("clarification-question");
            assertThat(told.body()).contains("Montako kertaa viikossa");
            assertThat(told.links()).hasSize(1);
        });
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.CLARIFYING);
        assertThat(walk.requests.questions(id)).singleElement().satisfies(q -> assertThat(q.answeredAt()).isNull());
    }

    @Test
    void theAnswerIsKeptAndTheRequestComesBackForTheDecision() throws Exception {
        var id = asked("Milloin?");
        var process = clarifying(id);
        assertThat(page(id)).contains("Milloin?", "name=\"answer\"").doesNotContain("??");
        assertThat(answer(id, "Tiistaisin <b>aamulla</b> 🌷")).contains("Kiitos vastauksesta");
        walk.runJobs(id);
        assertThat(process).isEnded().hasPassed("answerReceived");
        assertThat(walk.openTasks(id)).containsExactly("screenRequest");
        assertThat(walk.requests.questions(id).get(0).answer()).isEqualTo("Tiistaisin <b>aamulla</b> 🌷");
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.RECEIVED);
    }

    @Test
    void anAnswerByPhoneIsWrittenDownOnTheCasePageAndTheCaseGoesOn() throws Exception {
        var id = asked("Milloin?");
        http.perform(post("/cases/" + id + "/answers").param("means", "PHONE").param("text", "Tiistaisin, jos sopii.")
                .with(user("coordinator").roles("COORDINATOR")).with(csrf())).andExpect(status().is3xxRedirection())
                .andExpect(flash().attribute("said", "case.said.answer"));
        walk.runJobs(id);
        assertThat(walk.openTasks(id)).containsExactly("screenRequest");
        assertThat(walk.requests.questions(id)).singleElement().satisfies(q -> {
            assertThat(q.answer()).isEqualTo("Tiistaisin, jos sopii.");
            assertThat(q.means()).isEqualTo(org.apusilta.request.People.Means.PHONE);
            assertThat(q.recordedBy()).isEqualTo("coordinator");
        });
        assertThat(http.perform(get("/cases/" + id).param("lang", "fi").with(user("coordinator").roles("COORDINATOR"))).andReturn().getResponse()
                .getContentAsString()).contains("Tiistaisin, jos sopii.", "puhelimitse, kirjasi").doesNotContain("??");
        // once more, as who clicks twice: the first stays
        http.perform(post("/cases/" + id + "/answers").param("means", "MAIL").param("text", "Muuta")
                .with(user("coordinator").roles("COORDINATOR")).with(csrf())).andExpect(flash().attribute("problem", "case.problem.answered"));
    }

    @Test
    void aSecondAnswerChangesNothingAndShowsTheFirst() throws Exception {
        var id = asked("Milloin?");
        answer(id, "Tiistaisin");
        assertThat(answer(id, "Keskiviikkoisin")).contains("Kysymykseen on jo vastattu", "Tiistaisin");
        assertThat(walk.requests.questions(id).get(0).answer()).isEqualTo("Tiistaisin");
    }

    @Test
    void anEmptyOrEndlessAnswerIsAskedForAgain() throws Exception {
        var id = asked("Milloin?");
        assertThat(answer(id, "  ")).contains("Kirjoita vastaus ennen lähettämistä.", "name=\"answer\"");
        assertThat(answer(id, "a".repeat(4001))).contains("enintään 4000", "name=\"answer\"");
        assertThat(walk.requests.questions(id).get(0).answer()).isNull();
        assertThat(answer(id, "Tiistaisin")).contains("Kiitos vastauksesta");
    }

    @Test
    void eightAnswersAtTheSameInstantAreOneAndNobodySeesAnError() throws Exception {
        var id = asked("Milloin?");
        var together = new CyclicBarrier(8);
        var pool = Executors.newFixedThreadPool(8);
        try {
            List<Callable<String>> all = IntStream.range(0, 8).<Callable<String>>mapToObj(i -> () -> {
                together.await();
                return answer(id, "Vastaus " + i);
            }).toList();
            var thanked = 0;
            for (var shown : pool.invokeAll(all)) {
                thanked += shown.get().contains("Kiitos vastauksesta") ? 1 : 0;
            }
            assertThat(thanked).isOne();
        } finally {
            pool.shutdownNow();
        }
        walk.runJobs(id);
        assertThat(walk.openTasks(id)).containsExactly("screenRequest");
    }

    @Test
    void whoDoesNotAnswerIsRemindedOnceWithALinkThatWorks() throws Exception {
        var id = asked("Milloin?");
        walk.timePassesUntil(id, "clarificationReminderDue");
        assertThat(clarifying(id)).isWaitingAt("awaitAnswer").hasPassed("remindRequester", "requesterReminded");
        assertThat(last(id).template()).isEqualTo("clarification-reminder");
        assertThat(answer(id, "Tiistaisin")).contains("Kiitos vastauksesta");
    }

    @Test
    void withoutAnAnswerAPersonDecidesAndMayAskAgain() throws Exception {
        var id = overdue();
        walk.complete(id, "decideWithoutAnswer", "noAnswerOutcome", "ASK_AGAIN");
        assertThat(clarifying(id)).isWaitingAt("awaitAnswer");
        assertThat(walk.requests.questions(id)).hasSize(2);
        assertThat(answer(id, "Tiistaisin")).contains("Kiitos vastauksesta");
    }

    @Test
    void withoutAnAnswerAPersonMayGoOnWithWhatIsKnown() {
        var id = overdue();
        var process = clarifying(id);
        walk.complete(id, "decideWithoutAnswer", "noAnswerOutcome", "GO_ON");
        assertThat(process).isEnded().hasPassed("goneOnWithoutAnswer");
        assertThat(walk.openTasks(id)).containsExactly("screenRequest");
    }

    @Test
    void whatIsNotDecidedComesBackToAPerson() {
        var id = overdue();
        var first = walk.task(id, "decideWithoutAnswer").getId();
        walk.complete(id, "decideWithoutAnswer", Map.of());
        assertThat(walk.task(id, "decideWithoutAnswer").getId()).isNotEqualTo(first);
    }

    @Test
    void anAnswerThatComesTooLateIsKeptForTheCoordinatorAndThePageSaysSo() throws Exception {
        var id = overdue();
        assertThat(answer(id, "Olin matkoilla, tiistaisin sopii.")).contains("Kiitos, vastauksesi on tallessa");
        assertThat(walk.requests.questions(id).get(0).answer()).startsWith("Olin matkoilla");
        assertThat(walk.openTasks(id)).containsExactly("decideWithoutAnswer");
    }

    @Test
    void aQuestionOfARequestTakenBackIsNoLongerAsked() throws Exception {
        var id = asked("Milloin?");
        walk.requests.withdraw(id, Who.CLIENT);
        walk.runJobs(id);
        assertThat(walk.instances(id)).isEmpty();
        var shown = http.perform(get(link(id))).andReturn().getResponse();
        assertThat(shown.getStatus()).isIn(200, 410);
        assertThat(shown.getContentAsString()).doesNotContain("name=\"answer\"");
    }

    private UUID asked(String question) {
        var id = walk.received();
        database.sql("insert into apusilta.words (case_id, task_id, task_key, field, text, author, written_at) values (?, ?, 'screenRequest', 'question', ?, 'coordinator', now())")
                .params(id, walk.task(id, "screenRequest").getId(), question).update();
        walk.complete(id, "screenRequest", "screeningOutcome", "CLARIFY");
        return id;
    }

    private UUID overdue() {
        var id = asked("Milloin?");
        walk.timePassesUntil(id, "clarificationOverdue");
        assertThat(walk.openTasks(id)).containsExactly("decideWithoutAnswer");
        return id;
    }

    private ProcessInstance clarifying(UUID id) {
        return walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).processDefinitionKey("clarify-request").singleResult();
    }

    private Messages.Sent last(UUID id) {
        var all = messages.of(id);
        return all.get(all.size() - 1);
    }

    private String link(UUID id) {
        var sent = messages.of(id).stream().filter(m -> m.template().startsWith("clarification")).toList();
        return URI.create(sent.get(sent.size() - 1).links().get(0)).getPath();
    }

    private String page(UUID id) throws Exception {
        return http.perform(get(link(id)).param("lang", "fi")).andReturn().getResponse().getContentAsString();
    }

    private String answer(UUID id, String text) throws Exception {
        return http.perform(post(link(id)).param("answer", text).param("lang", "fi").with(csrf())).andReturn().getResponse().getContentAsString();
    }
}
