package org.apusilta.matching.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.NewRequest;
import org.apusilta.request.Sent;
import org.apusilta.volunteer.Registered;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.web.servlet.MockMvc;

/** Candidates as a coordinator meets them: in the API and in the forms. Everybody here speaks Armenian, so nobody else is in the way. */
@ApusiltaTest
class CandidatesIT {

    private static final String ARMENIAN = "hy";

    @Autowired MockMvc http;
    @Autowired HelpRequests requests;
    @Autowired Registered registered;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService management;
    @Autowired ObjectMapper json;
    @Autowired JdbcTemplate jdbc;
    @LocalServerPort int port;

    private UUID caseId;
    private UUID near;
    private UUID far;

    @BeforeEach
    void aRequestAndTwoWhoFit() {
        jdbc.update("UPDATE apusilta.volunteer_language SET code = 'is' WHERE code = ?", ARMENIAN);
        jdbc.update("DELETE FROM apusilta.bookable WHERE volunteer_id IN (SELECT volunteer_id FROM apusilta.volunteer_language WHERE code = 'is')");
        far = registered.volunteer("Kauko", ARMENIAN);
        registered.change(far, "UPDATE apusilta.volunteer SET x = x + 3000");
        near = registered.volunteer("Maire", ARMENIAN);
        var sent = Sent.bySelf();
        var client = new NewRequest.Client(sent.client().name(), sent.client().phone(), null, 1941, "fi", "703", null, Map.of("interests", "Klassinen musiikki ja ristikot"));
        caseId = requests.submit(new NewRequest(sent.askedBy(), client, sent.requester(), true, sent.consent(), sent.kinds(), null, List.of(ARMENIAN),
                List.of("MON_AM"), true, null, null, sent.home(), sent.escort(), sent.care(), "fi", null)).id();
    }

    @Test
    void theBestComeFirstAndEveryScoreIsTheSumOfItsReasons() throws Exception {
        var body = http.perform(get("/api/requests/{id}/candidates", caseId).queryParam("limit", "10").header("Accept-Language", "en")
                .with(httpBasic("coordinator-east", "coordinator-east"))).andExpect(status().isOk())
                .andExpect(jsonPath("$.length()").value(2)).andExpect(jsonPath("$[0].volunteerId").value(near.toString()))
                .andExpect(jsonPath("$[1].volunteerId").value(far.toString())).andExpect(jsonPath("$[0].name").value("Maire Vesala"))
                .andExpect(jsonPath("$[0].reasons[?(@.code=='distance')].points").value(30.0))
                .andExpect(jsonPath("$[0].reasons[?(@.code=='distance')].outOf").value(30.0))
                .andExpect(jsonPath("$[1].reasons[?(@.code=='distance')].sentence").value("Lives about 3 km from the middle of the client’s district."))
                .andReturn().getResponse().getContentAsString();
        for (var candidate : json.readTree(body)) {
            var sum = BigDecimal.ZERO;
            for (var reason : candidate.get("reasons")) {
                sum = sum.add(reason.get("points").decimalValue());
            }
            assertThat(sum).isEqualByComparingTo(candidate.get("score").decimalValue());
        }
    }

    @Test
    void whatTheClientLikesCountsInTheirOwnWords() throws Exception {
        jdbc.update("INSERT INTO apusilta.volunteer_interest VALUES (?, 'MUSIC'), (?, 'CROSSWORDS'), (?, 'FISHING')", far, far, far);
        registered.change(far, "UPDATE apusilta.volunteer SET car = car");
        http.perform(get("/api/requests/{id}/candidates", caseId).header("Accept-Language", "fi").with(httpBasic("lead", "lead")))
                .andExpect(jsonPath("$[0].volunteerId").value(far.toString()))
                .andExpect(jsonPath("$[0].reasons[?(@.code=='interests')].points").value(10.0))
                .andExpect(jsonPath("$[0].reasons[?(@.code=='interests')].sentence").value("Yhteisiä kiinnostuksen kohteita: ristisanat, musiikki."));
    }

    @ParameterizedTest
    @CsvSource({"coordinator-east, 10, 200", "coordinator, 1, 200", "lead, 100, 200", "coordinator-east, 0, 400", "coordinator-east, 101, 400",
        "coordinator-east, x, 400", "social-worker, 10, 403", "manager, 10, 403"})
    void onlyThoseWhoMatchSeeCandidates(String user, String limit, int expected) throws Exception {
        http.perform(get("/api/requests/{id}/candidates", caseId).queryParam("limit", limit).with(httpBasic(user, user))).andExpect(status().is(expected));
    }

    @Test
    void aCoordinatorOfAnotherDistrictSeesNobody() throws Exception {
        jdbc.update("UPDATE apusilta.help_request SET district = '101', major = '1' WHERE id = ?", caseId);
        http.perform(get("/api/requests/{id}/candidates", caseId).with(httpBasic("coordinator-east", "coordinator-east"))).andExpect(status().isForbidden());
        http.perform(get("/api/requests/{id}/candidates", UUID.randomUUID()).with(httpBasic("coordinator-east", "coordinator-east"))).andExpect(status().isNotFound());
        http.perform(get("/api/requests/{id}/candidates", caseId)).andExpect(status().isUnauthorized());
    }

    @Test
    void theFormOffersTheCandidatesWithTheirReasonsAndNobody() throws Exception {
        var form = form("choose-volunteer/2", "chooseVolunteer", "sv");
        var options = field(form, "chosenVolunteerId").get("values");
        assertThat(options).extracting(option -> option.get("value").asText()).containsExactly(near.toString(), far.toString(), "NOBODY");
        assertThat(options.get(0).get("label").asText()).startsWith("Maire Vesala · ").contains("poäng", "Bor i samma trakt");
        assertThat(field(form, "words_reason").path("validate").path("required").asBoolean()).as("who does not take the first says why").isTrue();
        assertThat(field(form, "words_reason").path("conditional").path("hide").asText()).isEqualTo("=chosenVolunteerId = null or chosenVolunteerId = \"" + near + "\"");
    }

    @Test
    void whatIsNotKnownAndWhatWasRelaxedIsSaidBesideTheName() throws Exception {
        registered.change(near, "UPDATE apusilta.volunteer SET slots = NULL");
        registered.change(far, "UPDATE apusilta.volunteer SET x = x + 9000");
        jdbc.update("INSERT INTO apusilta.search (case_id, relax_distance, waiting_since, open) VALUES (?, true, now(), true)", caseId);
        var options = field(form("choose-volunteer/2", "chooseVolunteer", "en"), "chosenVolunteerId").get("values");
        assertThat(options).extracting(option -> option.get("label").asText()).satisfiesExactlyInAnyOrder(
                one -> assertThat(one).startsWith("Maire").contains("Has not told when they can come"),
                one -> assertThat(one).startsWith("Kauko").contains("further than they have said they would go").doesNotContain("Has not told when"),
                one -> assertThat(one).startsWith("None of these"));
    }

    @Test
    void theFormSaysWhatEachConditionWouldBring() throws Exception {
        registered.change(near, "UPDATE apusilta.volunteer SET slots = 4");
        registered.change(far, "UPDATE apusilta.volunteer SET x = x + 9000");
        var form = form("widen-search/2", "widenSearch", "en");
        assertThat(field(form, "relaxDistance").get("label").asText()).isEqualTo("Distance: also from further away (would bring 1 more)");
        assertThat(field(form, "relaxTimes").get("label").asText()).endsWith("(would bring 1 more)");
        assertThat(field(form, "relaxGender").get("label").asText()).endsWith("(would bring nobody more)");
        assertThat(field(form, "relaxTimes").has("defaultValue")).isFalse();
    }

    private JsonNode form(String name, String step, String language) throws Exception {
        var search = runtime.startProcessInstanceByKey("find-volunteer", caseId.toString(), Map.of("majorDistrict", "7", "urgency", "NORMAL"));
        management.executeJob(management.createJobQuery().processInstanceId(search.getId()).messages().singleResult().getId());
        var task = tasks.createTaskQuery().processInstanceId(search.getId()).taskDefinitionKey(step).singleResult();
        return json.readTree(Caller.tasklist(port, "coordinator-east").get("/forms/matching/" + name + "/" + task.getId(), language).body());
    }

    private static JsonNode field(JsonNode form, String key) {
        for (var component : form.get("components")) {
            if (component.path("key").asText().equals(key)) {
                return component;
            }
        }
        throw new AssertionError("no field " + key);
    }
}
