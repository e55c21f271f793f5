package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.engine.FormFilling;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Sent;
import org.apusilta.request.FirstMeetings.Topic;
import org.apusilta.request.RequestStatus;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.MockMvc;

/** The first meeting, every way it can go: both are asked alone, either may step out, a meeting may be moved. */
@ApusiltaTest
class FirstMeetingIT {

    @Autowired Journey walk;
    @Autowired Messages messages;
    @Autowired ProcessEngine engine;
    @Autowired MockMvc http;
    @Autowired List<FormFilling> forms;
    @LocalServerPort int port;

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
    void theMorningAfterBothAreAskedAloneAndNeitherSeesWhatTheOtherSaid() throws Exception {
        var id = matched();
        var day = java.time.LocalDate.now(java.time.ZoneId.of("Europe/Helsinki")).plusDays(5);
        walk.complete(id, "arrangeFirstMeeting", Map.of("meetingDate", day.toString(), "accompanied", true));
        assertThat(meeting(id)).isWaitingAt("meetingHeld");
        assertThat(walk.openTasks(id)).as("nothing to do before they have met").isEmpty();
        assertThat(templates(id)).noneMatch(t -> t.startsWith("meeting-asked"));
        walk.timePassesUntil(id, "meetingHeld");
        assertThat(meeting(id)).hasPassed("askAfterMeeting").isWaitingAt("recordFirstMeeting");
        assertThat(walk.meeting(id).on()).isEqualTo(day);
        ClockUtil.reset();   // a login of today is none a week later

        var client = link(id, "meeting-asked-client");
        var volunteer = link(id, "meeting-asked-volunteer");
        http.perform(get(client)).andExpect(status().isOk()).andExpect(content().string(containsString("säilytät paikkasi jonossa")));
        http.perform(post(client).param("felt", "GOOD").with(csrf())).andExpect(content().string(containsString("Vastaa kahteen ensimmäiseen")));
        http.perform(post(client).param("felt", "GOOD").param("goOn", "YES").param("words", "Mukava ihminen, vähän ujo.").with(csrf()))
                .andExpect(content().string(containsString("Kiitos vastauksestasi")));
        http.perform(post(client).param("felt", "BAD").param("goOn", "NO").with(csrf())).andExpect(content().string(containsString("Olet jo vastannut")));
        assertThat(page(volunteer)).doesNotContain("ujo", "Mukava ihminen").contains("eikä siitä jää sinulle mitään merkintää");
        assertThat(form(id)).contains("Asiakas:** tapaaminen tuntui: Hyvältä. Haluaa jatkaa: Kyllä", "Vapaaehtoinen:** ei ole vielä vastannut").doesNotContain("ujo");
        walk.saysOfMeeting(id, "volunteer", "MIXED", "NOT_SURE", "");
        assertThat(page(client)).contains("Olet jo vastannut");
        assertThat(form(id)).contains("Vapaaehtoinen:** tapaaminen tuntui: Siltä väliltä. Haluaa jatkaa: En ole varma");
        assertThat(caseFile(id)).contains("Mukava ihminen, vähän ujo.", "ei ole varma", "koordinaattori mukana");
        assertThat(messages.of(id)).allSatisfy(m -> assertThat(m.body()).doesNotContain("ujo"));

        walk.complete(id, "recordFirstMeeting", Map.of("meetingOutcome", "CONTINUE", "rolesTold", true, "borderTold", true, "costsTold", true, "secrecyTold", true));
        assertThat(walk.meeting(id).covered()).containsExactly(Topic.ROLES, Topic.BORDER, Topic.COSTS, Topic.SECRECY);
        assertThat(caseFile(id)).contains("Käymättä läpi", "kenelle soitetaan");
        walk.engineKnowsNothingOf(List.of("vähän ujo", walk.requests.client(id).name()));
    }

    @Test
    void aMeetingThatWasNotHeldIsArrangedAnewAndBothAreAskedAgain() {
        var id = matched();
        walk.met(id);
        var first = walk.meeting(id).id();
        var process = meeting(id);
        walk.saysOfMeeting(id, "client", "NOT_HELD", "YES", "");
        walk.complete(id, "recordFirstMeeting", "meetingOutcome", "ARRANGE_AGAIN");
        assertThat(process).isWaitingAt("arrangeFirstMeeting");
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.MEETING);
        walk.met(id);
        assertThat(walk.meeting(id).id()).isNotEqualTo(first);
        assertThat(templates(id).stream().filter("meeting-asked-client"::equals)).hasSize(2);
        walk.complete(id, "recordFirstMeeting", Map.of());
        assertThat(process).as("not decided: back to the person").isWaitingAt("recordFirstMeeting");
        walk.complete(id, "recordFirstMeeting", "meetingOutcome", "CONTINUE");
        assertThat(process).isEnded().hasPassed("firstMeetingRecorded");
    }

    @Test
    void anAgreementThatCameToNothingGoesOnWhereTheyHadMet() {
        var id = walk.metAndWantToGoOn();
        walk.complete(id, "finaliseAgreement", "agreementOutcome", "STOP");
        assertThat(meeting(id)).isWaitingAt("recordFirstMeeting").hasPassed("haveTheyMet");
        assertThat(templates(id).stream().filter("meeting-asked-client"::equals)).as("asked once").hasSize(1);
        walk.complete(id, "recordFirstMeeting", "meetingOutcome", "TRY_ANOTHER");
        walk.chooseFirst(id);
        walk.bothSayYes(id);
        assertThat(meeting(id)).as("with another volunteer they meet anew").isWaitingAt("arrangeFirstMeeting");
    }

    @Test
    void whoStepsOutKeepsTheClientsPlaceInTheQueue() throws Exception {
        var id = walk.received();
        walk.database.sql("UPDATE apusilta.help_request SET received_at = received_at - interval '40 days' WHERE id = ?").param(id).update();
        walk.accept(id);
        walk.chooseFirst(id);
        walk.bothSayYes(id);
        walk.met(id);
        var asked = link(id, "meeting-asked-volunteer");
        walk.saysOfMeeting(id, "volunteer", "MIXED", "NO", "");
        walk.complete(id, "recordFirstMeeting", "meetingOutcome", "TRY_ANOTHER");
        assertThat(waited(id)).as("waiting counts from the first day").isEqualTo(40);
        assertThat(walk.database.sql("SELECT (now()::date - waiting_since::date) FROM apusilta.search WHERE case_id = ?").param(id).query(Integer.class).single())
                .isBetween(39, 41);
        http.perform(get(asked)).andExpect(status().isGone());
    }

    @Test
    void whoChangesVolunteersAfterTheFirstWeeksKeepsThePlaceInTheQueueToo() {
        var id = walk.supported();
        walk.database.sql("UPDATE apusilta.help_request SET received_at = received_at - interval '40 days' WHERE id = ?").param(id).update();
        var next = walk.requests.again(id);
        assertThat(waited(next)).as("forty days before the help began; the days it lasted do not count").isEqualTo(40);
    }

    @Test
    void afterTheFirstWeeksBothAreAskedAgainAndNeitherSeesWhatTheOtherSaid() throws Exception {
        var id = walk.supported();
        walk.timePassesUntil(id, "followUpDue");
        var client = link(id, "check-in-client");
        var volunteer = link(id, "check-in-volunteer");
        http.perform(post(client).param("wellbeing", "2").param("worried", "yes").param("note", "Hän puhuu liian kovaa.").with(csrf())).andExpect(status().isOk());
        walk.runJobs(id);
        assertThat(page(volunteer)).doesNotContain("liian kovaa");
        http.perform(post(volunteer).param("wellbeing", "5").param("worried", "no").param("note", "Kaikki hyvin, vähän hiljaista.").with(csrf()));
        assertThat(page(client)).doesNotContain("hiljaista");
        assertThat(messages.of(id)).allSatisfy(m -> assertThat(m.body()).doesNotContain("liian kovaa", "hiljaista"));
        assertThat(caseFile(id)).as("the coordinator reads both").contains("liian kovaa", "hiljaista");
    }

    private int waited(UUID id) {
        return walk.matching.candidates(id, 1, Locale.ENGLISH).get(0).reasons().stream().filter(r -> r.code().equals("waiting")).findFirst()
                .map(r -> r.points() / 5_000).orElse(0);
    }

    private UUID matched() {
        var id = walk.received();
        walk.accept(id);
        walk.chooseFirst(id);
        walk.bothSayYes(id);
        return id;
    }

    private ProcessInstance meeting(UUID id) {
        return walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).processDefinitionKey("first-meeting").singleResult();
    }

    private String form(UUID id) throws Exception {
        var form = (ObjectNode) new ObjectMapper().readTree(Path.of("forms/request/record-first-meeting.2.form").toFile());
        forms.stream().filter(one -> one.form().equals("request/record-first-meeting")).findFirst().orElseThrow()
                .fill(form, id, walk.task(id, "recordFirstMeeting").getId(), Locale.forLanguageTag("fi"));
        return form.toString();
    }

    private String caseFile(UUID id) {
        return Caller.basic(port, "coordinator").get("/api/cases/" + id + "?lang=fi").body();
    }

    private String link(UUID id, String template) {
        return messages.of(id).stream().filter(m -> m.template().equals(template)).reduce((a, b) -> b).orElseThrow().links().get(0);
    }

    private List<String> templates(UUID id) {
        return messages.of(id).stream().map(Sent::template).toList();
    }

    private String page(String link) throws Exception {
        return http.perform(get(link).param("lang", "fi")).andExpect(status().isOk()).andReturn().getResponse().getContentAsString();
    }
}
