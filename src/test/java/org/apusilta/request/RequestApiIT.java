package org.apusilta.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.ApusiltaTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@ApusiltaTest
class RequestApiIT {

    private static final String WHOLE = """
            {"askedBy":"SOCIAL_WORKER","client":{"name":"فاطمة 🌷 Åström <script>alert(1)</script>","phone":"040 123 4567","email":"f@example.org","birthYear":1950,
            "language":"ar","district":"703","address":"Kontulankaari 1"},"requester":{"name":"Sanna","email":"s@example.org","phone":"09 310 1234","organisation":"Itä"},
            "consentGiven":true,"kinds":["FRIEND_VISIT","PHONE_FRIEND"],"description":"Juttuseuraa","languages":["ar","fi"],"times":["MON_AM","SUN_EVE"],"recurring":true,
            "hoursPerWeek":2,"practical":{"aids":"rollaattori","pets":true,"genderWish":"F"},"responsibleForCare":"Kotihoito"}""";
    private static final String LEAST = "{'askedBy':'HOME_CARE','client':{'name':'Aino','district':'703'},'consentGiven':true,'kinds':['FRIEND_VISIT']}".replace('\'', '"');

    @Autowired MockMvc http;
    @Autowired HelpRequests requests;
    @Autowired JdbcClient database;
    @Autowired javax.sql.DataSource data;

    @Test
    void aWholeRequestIsTakenInAsItWasSent() throws Exception {
        var answer = http.perform(send(WHOLE)).andExpect(status().isCreated())
                .andExpect(header().string("Location", matchesPattern("(http://localhost(:\\d+)?)?/api/requests/[0-9a-f-]{36}")))
                .andExpect(jsonPath("$.reference").value(matchesPattern("AP-\\d{4}-\\d{5,}"))).andExpect(jsonPath("$.status").value("RECEIVED"))
                .andReturn().getResponse();
        var id = UUID.fromString(JsonPath.read(answer.getContentAsString(), "$.id"));
        var facts = requests.facts(id);
        assertThat(requests.client(id).name()).isEqualTo("فاطمة 🌷 Åström <script>alert(1)</script>");
        assertThat(requests.client(id).practical()).containsOnlyKeys("aids");
        assertThat(facts.kinds()).containsExactly("FRIEND_VISIT", "PHONE_FRIEND");
        assertThat(facts.languages()).containsExactly("ar", "fi");
        assertThat(facts.times()).containsExactlyInAnyOrder("MON_AM", "SUN_EVE");
        assertThat(facts.petsAtHome()).isTrue();
        assertThat(facts.genderWish()).isEqualTo("F");
        assertThat(facts.submittedBy()).isEqualTo("social-worker");
        http.perform(get("/api/requests/" + id).with(worker())).andExpect(status().isOk()).andExpect(jsonPath("$.id").value(id.toString()))
                .andExpect(jsonPath("$.reference").value(facts.reference())).andExpect(jsonPath("$.status").value("RECEIVED"));
    }

    @Test
    void whatChoosingNeedsToKnowMayBeSentAndIsChecked() throws Exception {
        var body = LEAST.replaceAll("}$", ",\"around\":[\"DOG\"],\"languageLevel\":\"C1\",\"practises\":[\"fi\"],\"welcomesPractice\":true}");
        var id = UUID.fromString(JsonPath.read(http.perform(send(body)).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString(), "$.id"));
        assertThat(database.sql("select array_to_string(around, ',') || ' ' || level || ' ' || array_to_string(practises, ',') || ' ' || kept_by from apusilta.case_wish where case_id = ?").param(id)
                .query(String.class).single()).isEqualTo("DOG C1 fi social-worker");
        http.perform(send(LEAST.replaceAll("}$", ",\"around\":[\"SNAKE\"]}"))).andExpect(status().is4xxClientError()).andExpect(content().string(org.hamcrest.Matchers.containsString("around")));
    }

    @Test
    void charactersNobodySeesAreNotKept() throws Exception {
        var body = LEAST.replace("\"Aino\"", "\"\\u00a0Ai\\u0000no\\r\\nBcc: x\\u202e \\u200b\",\"address\":\"\\u2800\"").replace("}$", "}")
                .replaceAll("}$", ",\"description\":\"a\\\\r\\\\nb\\\\u0007\"}");
        var id = UUID.fromString(JsonPath.read(http.perform(send(body)).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString(), "$.id"));
        assertThat(requests.client(id).name()).isEqualTo("Aino Bcc: x");
        assertThat(requests.client(id).address()).isNull();
    }

    @Test
    void theLeastThatIsRequiredIsEnough() throws Exception {
        var id = UUID.fromString(JsonPath.read(http.perform(send(LEAST)).andExpect(status().isCreated()).andReturn().getResponse().getContentAsString(), "$.id"));
        assertThat(requests.facts(id).hoursPerWeek()).isNull();
        assertThat(requests.arrangements(id).responsibleForCare()).isNull();
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                Arguments.of("\"consentGiven\":true", "\"consentGiven\":false", "consentGiven", "consent"),
                Arguments.of("\"consentGiven\":true,", "", "consentGiven", "consent"),
                Arguments.of("\"FRIEND_VISIT\"", "\"NO_SUCH\"", "kinds", "kinds.unknown"),
                Arguments.of("[\"FRIEND_VISIT\"]", "[]", "kinds", "kinds.none"),
                Arguments.of("[\"FRIEND_VISIT\"]", "[null]", "kinds", "kinds.unknown"),
                Arguments.of("[\"FRIEND_VISIT\"]", "\"FRIEND_VISIT\"", "kinds", "type"),
                Arguments.of("\"703\"", "\"999\"", "client.district", "district.unknown"),
                Arguments.of(",\"district\":\"703\"", "", "client.district", "required"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":\"  \"", "client.name", "required"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":\"\\u00a0\\u200b\\u2800\\ufeff\"", "client.name", "required"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":\"\\r\\n\\t\\u0000\"", "client.name", "required"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":5", "client.name", "type"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":1.5", "client.name", "type"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":true", "client.name", "type"),
                Arguments.of("[\"FRIEND_VISIT\"]", "[5]", "kinds", "type"),
                Arguments.of("}$", ",\"escort\":{\"where\":5}}", "escort.where", "type"),
                Arguments.of("}$", ",\"practical\":{\"aids\":5}}", "practical.aids", "type"),
                Arguments.of("}$", ",\"practical\":{\"aids\":{\"a\":\"b\"}}}", "practical.aids", "type"),
                Arguments.of("}$", ",\"practical\":{\"pets\":\"yes\"}}", "practical.pets", "type"),
                Arguments.of("}$", ",\"practical\":{\"genderWish\":true}}", "practical.genderWish", "type"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":\"Ai\\ud800no\"", "client.name", "unprintable"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":{}", "client.name", "type"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":\"Aino\",\"birthYear\":2999", "client.birthYear", "birthYear.future"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":\"Aino\",\"birthYear\":1700", "client.birthYear", "birthYear.old"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":\"Aino\",\"birthYear\":\"young\"", "client.birthYear", "type"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":\"Aino\",\"email\":\"nowhere\"", "client.email", "email"),
                Arguments.of("\"name\":\"Aino\"", "\"name\":\"Aino\",\"phone\":\"call me\"", "client.phone", "phone"),
                Arguments.of("\"HOME_CARE\"", "\"NEIGHBOUR\"", "askedBy", "type"),
                Arguments.of("\"askedBy\":\"HOME_CARE\",", "", "askedBy", "required"),
                Arguments.of("}$", ",\"hoursPerWeek\":-1}", "hoursPerWeek", "hours"),
                Arguments.of("}$", ",\"hoursPerWeek\":1e99}", "hoursPerWeek", "hours"),
                Arguments.of("}$", ",\"times\":[\"MONDAY\"]}", "times", "times.unknown"),
                Arguments.of("}$", ",\"languages\":[\"finnish\"]}", "languages", "language"),
                Arguments.of("}$", ",\"startOn\":\"2020-01-01\"}", "startOn", "date.past"),
                Arguments.of("}$", ",\"startOn\":\"2027-02-30\"}", "startOn", "type"),
                Arguments.of("}$", ",\"startOn\":\"soon\"}", "startOn", "type"),
                Arguments.of("}$", ",\"consent\":{\"askedOn\":\"2999-01-01\"}}", "consent.askedOn", "date.future"),
                Arguments.of("}$", ",\"practical\":{\"genderWish\":\"X\"}}", "genderWish", "choice"),
                Arguments.of("}$", ",\"responsibleForCar\":\"Kotihoito\"}", "responsibleForCar", "field.unknown"),
                Arguments.of("}$", ",\"description\":\"" + "a".repeat(100_000) + "\"}", "description", "long"),
                Arguments.of("}$", "", "", "json"),
                Arguments.of("^\\{", "[", "", "json"),
                Arguments.of("^.*$", "null", "", "json"),
                Arguments.of("^.*$", "", "", "json"));
    }

    @ParameterizedTest(name = "{1} → {2} {3}")
    @MethodSource("bad")
    void badInputIsNamedAndNothingIsHalfStored(String part, String instead, String field, String code) throws Exception {
        var before = rows();
        var body = LEAST.replaceAll(part.startsWith("[\"") ? java.util.regex.Pattern.quote(part) : part, java.util.regex.Matcher.quoteReplacement(instead));
        assertThat(body).isNotEqualTo(LEAST);
        http.perform(send(body)).andExpect(status().isBadRequest()).andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.status").value(400)).andExpect(jsonPath("$.errors[*].field").value(hasItem(field)))
                .andExpect(jsonPath("$.errors[*].code").value(hasItem(code)));
        assertThat(rows()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({"fi,suostumuksen", "sv-FI,samtycke", "en,consent", "de,suostumuksen"})
    void errorsSpeakTheAskersLanguage(String language, String word) throws Exception {
        http.perform(send(LEAST.replace("true", "false")).header("Accept-Language", language)).andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].message").value(org.hamcrest.Matchers.containsString(word)));
    }

    @Test
    void severalErrorsAreNamedAtOnce() throws Exception {
        http.perform(send("{}")).andExpect(jsonPath("$.errors[*].field").value(org.hamcrest.Matchers.contains("askedBy", "consentGiven", "client.name", "client.district", "kinds")));
    }

    @Test
    void anotherContentTypeIsRefused() throws Exception {
        http.perform(post("/api/requests").with(worker()).contentType(MediaType.TEXT_PLAIN).content(LEAST)).andExpect(status().isUnsupportedMediaType());
    }

    @Test
    void aBodyThatIsNotUtf8IsRefused() throws Exception {
        http.perform(post("/api/requests").with(worker()).contentType(MediaType.APPLICATION_JSON).content(LEAST.replace("Aino", "Äinö").getBytes(StandardCharsets.ISO_8859_1)))
                .andExpect(status().isBadRequest()).andExpect(jsonPath("$.errors[0].code").value("json"));
    }

    @Test
    void aBodyLongerThanAnybodyMaySendIsRefusedUnread() throws Exception {
        http.perform(send("{\"description\":\"" + "a".repeat(300_000) + "\"}")).andExpect(status().isPayloadTooLarge());
    }

    @Test
    void theSameKeyAndBodyGetTheSameAnswerAndAnotherBodyIsRefused() throws Exception {
        var key = UUID.randomUUID().toString();
        var first = http.perform(send(LEAST).header("Idempotency-Key", key)).andExpect(status().isCreated()).andReturn().getResponse();
        var again = http.perform(send(LEAST.replace(",", " , ")).header("Idempotency-Key", key)).andExpect(status().isCreated()).andReturn().getResponse();
        assertThat(again.getContentAsString()).isEqualTo(first.getContentAsString());
        assertThat(again.getHeader("Location")).isEqualTo(first.getHeader("Location"));
        http.perform(send(LEAST.replace("Aino", "Eino")).header("Idempotency-Key", key)).andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"));
    }

    /** The first sending is held open here, as by a slow database; the second waits ten seconds for it and then says so. */
    @Test
    void aKeyThatIsBeingHandledIsAConflictAndLaterStillFree() throws Exception {
        var key = UUID.randomUUID().toString();
        try (var other = data.getConnection()) {
            other.setAutoCommit(false);
            other.createStatement().execute("insert into apusilta.idempotency (sender, key, hash, created_at) values ('social-worker', '" + key + "', 'x', now())");
            http.perform(send(LEAST).header("Idempotency-Key", key).header("Accept-Language", "en")).andExpect(status().isConflict())
                    .andExpect(content().contentTypeCompatibleWith("application/problem+json")).andExpect(jsonPath("$.code").value("stillRunning"));
            other.rollback();
        }
        http.perform(send(LEAST).header("Idempotency-Key", key)).andExpect(status().isCreated());
    }

    @Test
    void withoutTheRightLoginNothingIsTakenIn() throws Exception {
        var before = rows();
        http.perform(post("/api/requests").contentType(MediaType.APPLICATION_JSON).content(LEAST).with(httpBasic("social-worker", "wrong"))).andExpect(status().isUnauthorized());
        http.perform(post("/api/requests").contentType(MediaType.APPLICATION_JSON).content(LEAST).with(httpBasic("manager", "manager"))).andExpect(status().isForbidden());
        http.perform(post("/api/requests").contentType(MediaType.APPLICATION_JSON).content(LEAST)).andExpect(status().isUnauthorized())
                .andExpect(content().contentType(MediaType.APPLICATION_PROBLEM_JSON));
        http.perform(post("/api/requests").contentType(MediaType.APPLICATION_JSON).content(LEAST).with(user("social-worker").roles("SOCIAL_WORKER"))).andExpect(status().isForbidden());
        assertThat(rows()).isEqualTo(before);
    }

    @Test
    void somebodyElsesRequestIsNotShownAndAnUnknownOneIsSaidToBeUnknown() throws Exception {
        var others = requests.submit(Sent.bySelf()).id();
        http.perform(get("/api/requests/" + others).with(worker())).andExpect(status().isForbidden());
        http.perform(get("/api/requests/" + others).with(httpBasic("coordinator-east", "coordinator-east"))).andExpect(status().isOk());
        http.perform(get("/api/requests/" + UUID.randomUUID()).with(worker())).andExpect(status().isNotFound()).andExpect(content().contentTypeCompatibleWith("application/problem+json"));
        http.perform(get("/api/requests/not-an-id").with(worker())).andExpect(status().isBadRequest());
    }

    private static MockHttpServletRequestBuilder send(String body) {
        return post("/api/requests").with(worker()).contentType(MediaType.APPLICATION_JSON).content(body.getBytes(StandardCharsets.UTF_8));
    }

    private static org.springframework.test.web.servlet.request.RequestPostProcessor worker() {
        return httpBasic("social-worker", "social-worker");
    }

    private long rows() {
        return database.sql("select (select count(*) from apusilta.help_request) + (select count(*) from apusilta.client) + (select count(*) from apusilta.idempotency) + (select count(*) from act_ru_execution)").query(Long.class).single();
    }
}
