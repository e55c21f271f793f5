package org.apusilta.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.NewRequest;
import org.apusilta.request.RequestStatus;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.client.TestRestTemplate;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A case read together, by those whose district it is and nobody else. */
@ApusiltaTest
class CaseFileIT {

    private static final String EAST = "703";
    private static final String SOUTH = "101";
    private static final String BY_ID = "$.messages[?(@.id == '%s')].toTell";

    @Autowired MockMvc web;
    @Autowired TestRestTemplate server;
    @Autowired HelpRequests requests;
    @Autowired Messages messages;
    @Autowired TaskService tasks;
    @Autowired ManagementService jobs;
    @Autowired JdbcClient database;

    @Test
    void theCoordinatorOfTheDistrictReadsTheWholeCase() throws Exception {
        var id = request("Helmi Testilä", EAST);
        web.perform(as("coordinator-east", get("/api/cases/{id}", id)).header("Accept-Language", "en"))
                .andExpect(status().isOk()).andExpect(header().string("Content-Language", "en"))
                .andExpect(jsonPath("$.statusText").value("Received, waiting for a decision"))
                .andExpect(jsonPath("$.client.name").value("Helmi Testilä"))
                .andExpect(jsonPath("$.client.phone").value("040 555 1234"))
                .andExpect(jsonPath("$.requester.role").value("Social worker"))
                .andExpect(jsonPath("$.kinds[0].excluded").isNotEmpty())
                .andExpect(jsonPath("$.care[?(@.label == 'Responsible for care')].value").value(hasItem("Kotihoito, tiimi 3")))
                .andExpect(jsonPath("$.practical[?(@.label == 'Aids')].value").value(hasItem("rollaattori")))
                .andExpect(jsonPath("$.open").value(true));
    }

    @Test
    void theWayInIsShownOnlyOnceAVolunteerIsFound() throws Exception {
        var id = request("Hilja Testilä", EAST);
        web.perform(as("coordinator-east", get("/api/cases/{id}", id))).andExpect(content().string(not(containsString("ovikoodi 1234"))));
    }

    @Test
    void aGuessedIdOfAnotherDistrictOpensNothing() throws Exception {
        var id = request("Hilma Testilä", SOUTH);
        for (var call : List.of(get("/api/cases/{id}", id), get("/api/cases/{id}/timeline", id),
                post("/api/cases/{id}/notes", id).contentType(MediaType.APPLICATION_JSON).content("{\"text\":\"x\"}"),
                post("/api/cases/{id}/withdraw", id).contentType(MediaType.APPLICATION_JSON).content("{\"reason\":\"x\"}"))) {
            web.perform(as("coordinator-east", call)).andExpect(status().isForbidden()).andExpect(content().string(not(containsString("Testilä"))));
        }
        assertThat(database.sql("select count(*) from apusilta.case_note where case_id = :id").param("id", id).query(Long.class).single()).isZero();
        assertThat(requests.status(id)).isEqualTo(RequestStatus.RECEIVED);
        web.perform(as("coordinator", get("/api/cases/{id}", id))).andExpect(status().isOk());
        web.perform(as("lead", get("/api/cases/{id}", id))).andExpect(status().isOk());
    }

    @Test
    void othersRolesAndStrangersAreKeptOut() throws Exception {
        var id = request("Hulda Testilä", EAST);
        web.perform(as("social-worker", get("/api/cases/{id}", id))).andExpect(status().isForbidden());
        web.perform(as("manager", get("/api/cases/{id}/timeline", id))).andExpect(status().isForbidden());
        web.perform(get("/api/cases/{id}", id)).andExpect(status().isUnauthorized());
        web.perform(as("coordinator", get("/api/cases/{id}", UUID.randomUUID()))).andExpect(status().isNotFound());
        web.perform(as("coordinator", get("/api/cases/{id}", "no-uuid"))).andExpect(status().isBadRequest());
    }

    @Test
    void aCaseShowsNothingOfAnother() throws Exception {
        var one = request("Elli Ensimmäinen", EAST);
        var other = request("Tyyne Toinen", EAST);
        web.perform(note(one, "Vain ensimmäisestä.")).andExpect(status().isCreated());
        for (var path : List.of("/api/cases/{id}", "/api/cases/{id}/timeline")) {
            web.perform(as("coordinator-east", get(path, other)))
                    .andExpect(content().string(not(containsString("Ensimmäinen")))).andExpect(content().string(not(containsString("ensimmäisestä"))));
        }
    }

    @Test
    void theTimelineSaysWhoDecidedWhatInWhichWords() throws Exception {
        var id = request("Aune Testilä", EAST);
        var task = screening(id);
        var answer = server.withBasicAuth("coordinator-east", "coordinator-east").postForEntity("/engine-rest/task/" + task + "/complete",
                Map.of("variables", Map.of("screeningOutcome", Map.of("value", "DECLINED"), "words_reason", Map.of("value", "Kuuluu siivouspalvelulle."))),
                String.class);
        assertThat(answer.getStatusCode().value()).as(answer.getBody()).isEqualTo(204);

        web.perform(as("lead", get("/api/cases/{id}/timeline", id)).header("Accept-Language", "fi"))
                .andExpect(jsonPath("$[0].type").value("REQUEST"))
                .andExpect(jsonPath("$[?(@.type == 'DECISION')].text").value(hasItem("Pyyntö hylättiin")))
                .andExpect(jsonPath("$[?(@.type == 'DECISION')].who").isNotEmpty())
                .andExpect(jsonPath("$[?(@.type == 'DECISION')].details[0]").value(hasItem("Perustelu: Kuuluu siivouspalvelulle.")));
    }

    @Test
    void aNoteIsKeptWithItsWriterAndAnEmptyOrEndlessOneRefused() throws Exception {
        var id = request("Impi Testilä", EAST);
        web.perform(note(id, " Soitin, <b>tytär</b> vastasi. 😀 ")).andExpect(status().isCreated()).andExpect(jsonPath("$.id").isNotEmpty());
        web.perform(note(id, "  ")).andExpect(status().isBadRequest());
        web.perform(note(id, "x".repeat(4001))).andExpect(status().isBadRequest()).andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        web.perform(as("coordinator", get("/api/cases/{id}", id)))
                .andExpect(jsonPath("$.notes.length()").value(1)).andExpect(jsonPath("$.notes[0].text").value("Soitin, <b>tytär</b> vastasi. 😀"));
    }

    @Test
    void whatIsToldByPhoneIsMarkedOnceByThoseOfTheDistrict() throws Exception {
        var id = request("Kerttu Testilä", EAST);
        var byHand = message(id, null);
        var mailed = message(id, "kerttu@example.org");
        web.perform(as("coordinator-east", get("/api/cases/{id}", id)).header("Accept-Language", "fi"))
                .andExpect(jsonPath(BY_ID, byHand).value(hasItem(true))).andExpect(jsonPath(BY_ID, mailed).value(hasItem(false)))
                .andExpect(jsonPath("$.messages[?(@.id == '%s')].stateText", byHand).value(hasItem("kerrottava puhelimitse tai kirjeellä")));

        for (var stranger : List.of("social-worker", "manager", "admin")) {
            web.perform(as(stranger, told(id, byHand))).andExpect(status().isForbidden());
        }
        var south = request("Kaino Testilä", SOUTH);
        web.perform(as("coordinator-east", told(south, message(south, null)))).andExpect(status().isForbidden());
        web.perform(as("coordinator-east", told(id, message(south, null)))).andExpect(status().isNotFound());
        web.perform(as("coordinator-east", told(id, mailed))).andExpect(status().isNotFound());
        assertThat(database.sql("select count(*) from apusilta.message where state = 'TOLD' and case_id in (:id, :other)").param("id", id).param("other", south)
                .query(Long.class).single()).isZero();

        web.perform(as("coordinator-east", told(id, byHand))).andExpect(status().isNoContent());
        web.perform(as("lead", told(id, byHand))).andExpect(status().isNoContent());
        assertThat(database.sql("select told_by from apusilta.message where id = :id and told_at is not null").param("id", byHand).query(String.class).single())
                .as("the first stays").isEqualTo("coordinator-east");
        web.perform(as("coordinator-east", get("/api/cases/{id}", id))).andExpect(jsonPath(BY_ID, byHand).value(hasItem(false)));
        web.perform(as("coordinator-east", get("/api/cases/{id}/timeline", id)).header("Accept-Language", "fi"))
                .andExpect(jsonPath("$[?(@.type == 'MESSAGE')].text").value(hasItem(containsString("sai tiedon puhelimitse tai kirjeellä"))));
    }

    @Test
    void withdrawingKeepsTheReasonAndEndsTheRequestOnce() throws Exception {
        var id = request("Olga Testilä", EAST);
        screening(id);
        for (int i = 0; i < 2; i++) {
            web.perform(as("coordinator-east", post("/api/cases/{id}/withdraw", id)).contentType(MediaType.APPLICATION_JSON)
                    .content("{\"reason\":\"Muuttaa tyttären luo.\"}")).andExpect(status().isNoContent());
            work(id);
        }
        assertThat(requests.status(id)).isEqualTo(RequestStatus.WITHDRAWN);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).count()).isZero();
        web.perform(as("coordinator-east", get("/api/cases/{id}", id))).andExpect(jsonPath("$.open").value(false))
                .andExpect(jsonPath("$.notes.length()").value(1)).andExpect(jsonPath("$.notes[0].text").value("Muuttaa tyttären luo."));
    }

    @Test
    void aTaskLeadsToItsCaseOnlyForThoseWhoMaySeeTheTask() throws Exception {
        var south = screening(request("Saima Testilä", SOUTH));
        var id = request("Irja Testilä", EAST);
        var east = screening(id);
        web.perform(as("coordinator-east", get("/api/tasks/{task}/case", east))).andExpect(jsonPath("$.caseId").value(id.toString()));
        web.perform(as("coordinator-east", get("/api/tasks/{task}/case", south))).andExpect(status().isNotFound());
        web.perform(as("coordinator-east", get("/api/tasks/cards").param("ids", east + "," + south)).header("Accept-Language", "sv"))
                .andExpect(jsonPath("$.length()").value(1)).andExpect(jsonPath("$[0].taskId").value(east))
                .andExpect(jsonPath("$[0].reference").isNotEmpty()).andExpect(jsonPath("$[0].kinds[0]").isNotEmpty())
                .andExpect(jsonPath("$[0].waited").value("väntat mindre än en dag"))
                .andExpect(content().string(not(containsString("Testilä"))));
        web.perform(as("lead", get("/api/tasks/cards").param("ids", east + "," + south))).andExpect(jsonPath("$.length()").value(2));
    }

    /** A message to the client, who has this address or none. */
    private UUID message(UUID id, String email) {
        return messages.send(new Messages.Draft(id, new Recipient(Recipient.Role.CLIENT, "Kerttu Testilä", email, null, "fi"), "request-withdrawn",
                Map.of("reference", "AP-2026-00000"), null));
    }

    private static MockHttpServletRequestBuilder told(UUID id, UUID message) {
        return post("/api/cases/{id}/messages/{message}/told", id, message);
    }

    private MockHttpServletRequestBuilder note(UUID id, String text) {
        return as("coordinator-east", post("/api/cases/{id}/notes", id)).contentType(MediaType.APPLICATION_JSON)
                .content("{\"text\":\"" + text + "\"}");
    }

    private static MockHttpServletRequestBuilder as(String user, MockHttpServletRequestBuilder call) {
        return call.with(httpBasic(user, user));
    }

    private UUID request(String client, String district) {
        return requests.submit(new NewRequest(AskedBy.SOCIAL_WORKER,
                new NewRequest.Client(client, "040 555 1234", null, 1939, "fi", district, "Esimerkkikatu 1", Map.of("aids", "rollaattori", "access", "ovikoodi 1234")),
                new NewRequest.Requester("Sanna Sosiaali", "sanna@example.org", null, "Palvelukeskus"), true, new NewRequest.Consent(null, null),
                List.of("FRIEND_VISIT"), "Kaipaa juttuseuraa.", List.of("fi"), List.of("MON_AM"), true, 2.0, null,
                new NewRequest.Home(false, false, false, false, null), Map.of(),
                new NewRequest.Care("Kotihoito, tiimi 3", null, null, null), "fi", "social-worker")).id();
    }

    /** @return the case's open screening task */
    private String screening(UUID id) {
        work(id);
        return tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).taskDefinitionKey("screenRequest").singleResult().getId();
    }

    /** Runs the case's waiting jobs, as the job executor is off. */
    private void work(UUID id) {
        var instances = database.sql("select id_ from public.act_ru_execution where business_key_ = :id").param("id", id.toString()).query(String.class).list();
        instances.forEach(i -> jobs.createJobQuery().processInstanceId(i).messages().list().forEach(job -> jobs.executeJob(job.getId())));
    }
}
