package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apusilta.ApusiltaTest;
import org.apusilta.contract.Models;
import org.apusilta.engine.Caller;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Act 148/2014: of an extract, its date and who looked at it when may be kept; never what it says, a copy, or a note. So there is no
 * column, field, variable, word or upload that could take it, and what is left of a "no" is what is left of any other ending.
 */
@ApusiltaTest
class NoCriminalRecordIT extends ProofCase {

    private static final String SAID = "TUOMITTU-RL20";

    @LocalServerPort int port;
    @Autowired List<RequestMappingInfoHandlerMapping> mappings;
    @Autowired ListableBeanFactory beans;

    @Test
    void theTablesHaveNoColumnForIt() {
        var columns = new TreeMap<String, String>();
        db.sql("SELECT table_name || '.' || column_name AS name, data_type AS type FROM information_schema.columns WHERE table_schema = 'apusilta' AND table_name LIKE 'background\\_check%'")
                .query((row, n) -> columns.put(row.getString("name"), row.getString("type"))).list();
        var expected = new TreeMap<>(Map.of("background_check.id", "uuid", "background_check.person_id", "uuid", "background_check.opened_at", "timestamp with time zone",
                "background_check.consent_at", "timestamp with time zone", "background_check.requested_at", "timestamp with time zone", "background_check.extract_issued_on", "date",
                "background_check.checked_on", "date", "background_check.valid_until", "date", "background_check.closed_at", "timestamp with time zone"));
        // text, and none of it free: three codes, three accounts, an instance of the engine, a kind of the catalogue
        for (var text : List.of("background_check.signer", "background_check.instance_id", "background_check.consent_means", "background_check.consent_by", "background_check.requested_by",
                "background_check.checked_by", "background_check_kind.kind_code")) {
            expected.put(text, "text");
        }
        expected.put("background_check_kind.check_id", "uuid");
        assertThat(columns).isEqualTo(expected);
        assertThat(db.sql("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'apusilta' AND (column_name ~ 'criminal|offence|conviction|record_result|check_result|extract') AND NOT (table_name = 'background_check' AND column_name = 'extract_issued_on')")
                .query(Integer.class).single()).isZero();
        assertThat(db.sql("SELECT count(*) FROM information_schema.columns WHERE table_schema = 'apusilta' AND table_name = 'volunteer' AND column_name ~ 'check' AND data_type <> 'date'").query(Integer.class).single())
                .as("of the volunteer, a date").isZero();
    }

    @Test
    void noTextColumnTakesAnythingButItsCode() {
        var id = java.util.UUID.randomUUID();
        db.sql("""
                INSERT INTO apusilta.background_check (id, person_id, instance_id, opened_at, consent_at, consent_means, consent_by, requested_at, requested_by)
                VALUES (?, gen_random_uuid(), gen_random_uuid()::text, now(), now(), 'PAPER', 'coordinator', now(), 'coordinator')""").param(id).update();
        for (var column : List.of("signer", "instance_id", "consent_means", "consent_by", "requested_by")) {
            assertThatThrownBy(() -> db.sql("UPDATE apusilta.background_check SET " + column + " = 'ei lasten kanssa' WHERE id = ?").param(id).update())
                    .as(column).isInstanceOf(DataIntegrityViolationException.class);
        }
        assertThatThrownBy(() -> db.sql("UPDATE apusilta.background_check SET checked_by = 'ei lasten kanssa', checked_on = current_date, extract_issued_on = current_date, valid_until = current_date + 1, closed_at = now() WHERE id = ?")
                .param(id).update()).isInstanceOf(DataIntegrityViolationException.class);
        db.sql("DELETE FROM apusilta.background_check WHERE id = ?").param(id).update();
    }

    @Test
    void noFormAsksForIt() throws Exception {
        for (var task : Models.drawings().values().stream().filter(model -> Models.process(model).getId().equals("background-check")).findFirst().orElseThrow().getModelElementsByType(UserTask.class)) {
            var name = task.getId().replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
            try (var files = Files.list(Path.of("forms/volunteer"))) {
                for (var form : files.filter(f -> f.getFileName().toString().matches(name + "(\\.\\d+)?\\.form")).toList()) {
                    new ObjectMapper().readTree(form.toFile()).path("components").forEach(field -> {
                        assertThat(field.path("type").asText()).as(form + " " + field.path("key")).isIn("text", "radio", "datetime");
                        assertThat(field.path("key").asText()).as(form.toString()).doesNotStartWith("words_").doesNotContainIgnoringCase("result");
                    });
                }
            }
        }
        assertThat(Models.variables().get("background-check")).allSatisfy((name, rule) ->
                assertThat(rule).as(name).matches("string (date|[A-Z0-9_|]+)"));   // codes of a list, or a day: nothing that could be written
        assertThat(Models.variables().get("background-check").get("checkDecision")).isEqualTo("string MAY_BE_ASSIGNED|ASK_ANEW|CLOSE");
    }

    @Test
    void noDoorTakesAFileOrAWordAboutIt() throws Exception {
        assessed(WITH_MINORS, true);
        wishes(WITH_MINORS);
        start("background-check");
        http.perform(post(link("check-consent")).param("answer", "yes").param("note", SAID).param("words", SAID).with(csrf()));
        goOn();
        complete("requestExtract", "extractWay", "REQUESTED");
        var task = task("checkExtract").getId();
        var caller = Caller.basic(port, "coordinator");
        for (var body : List.of("{\"variables\":{\"checkDecision\":{\"value\":\"CLOSE\"},\"words_reason\":{\"value\":\"%s\"}}}", "{\"variables\":{\"checkDecision\":{\"value\":\"CLOSE\"},\"result\":{\"value\":\"%s\"}}}",
                "{\"variables\":{\"checkDecision\":{\"value\":\"%s\"}}}", "{\"variables\":{\"checkDecision\":{\"value\":\"MAY_BE_ASSIGNED\"},\"extractIssuedOn\":{\"value\":\"%s\"}}}",
                "{\"variables\":{\"checkDecision\":{\"value\":\"CLOSE\"},\"extractIssuedOn\":{\"value\":\"2026-01-01\"},\"note\":{\"value\":\"%s\"}}}")) {
            for (var door : List.of("submit-form", "complete")) {
                assertThat(caller.post("/engine-rest/task/" + task + "/" + door, body.formatted(SAID)).statusCode()).as(door + " " + body).isBetween(400, 499);
            }
        }
        assertThat(caller.post("/engine-rest/task/" + task + "/comment/create", "{\"message\":\"" + SAID + "\"}").statusCode()).isBetween(400, 499);
        assertThat(caller.send("PUT", "/engine-rest/task/" + task + "/variables/note", "{\"value\":\"" + SAID + "\",\"type\":\"String\"}", "fi").statusCode()).isBetween(400, 499);
        for (var path : List.of("/checks/" + WITH_MINORS, "/checks", "/volunteers/" + person + "/proofs/checks", "/volunteers/" + person + "/checks")) {
            http.perform(multipart(path).file(new MockMultipartFile("file", "ote.pdf", "application/pdf", ("%PDF-" + SAID).getBytes())).param("note", SAID).with(user("lead").roles("LEAD")).with(csrf()));
        }
        assertThat(written()).as("nowhere, in no table of ours or of the engine").isEmpty();
        assertThat(mapped()).as("the checks' own doors: reading, and the assessment of a kind").containsExactlyInAnyOrder("GET /checks", "GET /checks/{kind:[A-Z_]+}", "POST /checks/{kind:[A-Z_]+}");
    }

    @Test
    void whatIsLeftOfANoIsWhatIsLeftOfAnExtractThatNeverCame() throws Exception {
        assessed(WITH_MINORS, true);
        var never = ended("ASK_ANEW");
        var looked = ended("MAY_BE_ASSIGNED");   // too old: it was looked at, asked for anew, and then it ended
        var no = ended(null);
        assertThat(no.row()).isEqualTo(never.row()).isEqualTo(looked.row());
        assertThat(no.outcome()).isEqualTo(never.outcome()).isEqualTo(looked.outcome()).isEqualTo("REFUSED");
        assertThat(no.variables()).doesNotContainKeys("extractIssuedOn", "checkDecision");
        assertThat(java.util.stream.Stream.of(no, never, looked).flatMap(left -> left.traces().stream())).as("in our timeline and the engine's history").isEmpty();
        assertThat(until("check_until")).isNull();
    }

    @Test
    void whoeverDecidesAboutTheApplicantAfterwardsHasNowhereToWriteIt() throws Exception {
        assessed(WITH_MINORS, true);
        var walk = new Applying(beans);
        walk.noTimes();
        walk.someTimes();
        var id = walk.sent(Applying.of(NewApplication.Age.ADULT, 1970, null, null, WITH_MINORS));
        walk.complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        walk.answer("talk", id, Map.of("slot", walk.freeTime().toString()));
        walk.timePassesUntil(id, "interviewDay");
        walk.complete(id, "holdInterview", Map.of("interviewOutcome", "SUITABLE"), Map.of());
        walk.complete(id, "takeReferences", Map.of("referencesOutcome", "GOOD"), Map.of());
        walk.complete(id, "collectCheckConsent", Map.of("consentOutcome", "PAPER"), Map.of());
        walk.complete(id, "requestExtract", Map.of("extractWay", "REQUESTED"), Map.of());
        walk.complete(id, "checkExtract", Map.of("checkDecision", "CLOSE"), Map.of());
        Proofs.done(walk, id);
        var task = walk.task(id, "decideApplication");
        var caller = Caller.basic(port, "coordinator");
        var form = http.perform(get("/forms/volunteer/decide-application/1/" + task.getId()).param("lang", "fi").with(user("coordinator").roles("COORDINATOR"))).andExpect(status().isOk())
                .andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(form).contains("decideOutcome", "NOT_NOW", "Rikostaustan").doesNotContain("words_", "DECLINED");
        for (var body : List.of("{\"variables\":{\"decideOutcome\":{\"value\":\"NOT_NOW\"},\"words_message\":{\"value\":\"%s\"}}}", "{\"variables\":{\"decideOutcome\":{\"value\":\"DECLINED\"},\"words_reason\":{\"value\":\"%s\"}}}",
                "{\"variables\":{\"decideOutcome\":{\"value\":\"NOT_NOW\"},\"words_note\":{\"value\":\"%s\"}}}", "{\"variables\":{\"decideOutcome\":{\"value\":\"DECLINED\"}}}")) {
            for (var door : List.of("submit-form", "complete")) {
                assertThat(caller.post("/engine-rest/task/" + task.getId() + "/" + door, body.formatted(SAID)).statusCode()).as(door + " " + body).isBetween(400, 499);
            }
        }
        assertThat(caller.post("/engine-rest/task/" + task.getId() + "/submit-form", "{\"variables\":{\"decideOutcome\":{\"value\":\"NOT_NOW\"}}}").statusCode()).isBetween(200, 299);
        walk.runJobs(id);
        assertThat(walk.outcome(id)).isEqualTo(Application.Outcome.NOT_NOW);
        assertThat(db.sql("SELECT count(*) FROM apusilta.application WHERE id = ? AND decided_reason IS NOT NULL").param(id).query(Integer.class).single()).isZero();
        assertThat(written()).isEmpty();
    }

    private record Left(Map<String, Boolean> row, Object outcome, Map<String, Object> variables, List<String> traces) {}

    /** A check that ends without a permission, after this has happened at the extract before; null: at once. */
    private Left ended(String before) throws Exception {
        person = person("Oona", "sv", 1990, WITH_MINORS);
        start("background-check");
        http.perform(post(link("check-consent")).param("answer", "yes").with(csrf()));
        goOn();
        complete("requestExtract", "extractWay", "REQUESTED");
        if (before != null) {
            if (before.equals("ASK_ANEW")) {
                complete("checkExtract", "checkDecision", before);
            } else {
                complete("checkExtract", "checkDecision", before, "extractIssuedOn", today().minusYears(1).toString());
            }
            complete("requestExtract", "extractWay", "REQUESTED");
        }
        complete("checkExtract", "checkDecision", "CLOSE");
        var row = new TreeMap<String, Boolean>();   // which columns are filled
        db.sql("SELECT * FROM apusilta.background_check WHERE person_id = ?").param(person).query().singleRow().forEach((column, value) -> row.put(column, value != null));
        var variables = new TreeMap<String, Object>();
        history.createHistoricVariableInstanceQuery().processInstanceId(process.getId()).list().stream().filter(one -> one.getValue() != null)
                .sorted(java.util.Comparator.comparing(HistoricVariableInstance::getCreateTime)).forEach(one -> variables.put(one.getName(), one.getValue()));
        var traces = db.sql("""
                SELECT 'decision ' || step FROM apusilta.case_decision WHERE case_id = :person AND step = 'checkExtract'
                UNION ALL SELECT 'step ' || step FROM apusilta.case_step WHERE case_id = :person AND step IN ('requestExtract', 'checkExtract')
                UNION ALL SELECT 'variable ' || name_ || ' ' || text_ || ' ' || state_ FROM act_hi_varinst WHERE proc_inst_id_ = :instance AND name_ IN ('checkDecision', 'extractIssuedOn') AND text_ IS NOT NULL
                UNION ALL SELECT 'detail ' || name_ || ' ' || text_ FROM act_hi_detail WHERE proc_inst_id_ = :instance AND name_ IN ('checkDecision', 'extractIssuedOn') AND text_ IS NOT NULL""")
                .param("person", person).param("instance", process.getId()).query(String.class).list();
        return new Left(row, variables.get("checkOutcome"), variables, traces);
    }

    private Set<String> mapped() {
        var doors = new TreeSet<String>();
        mappings.forEach(mapping -> mapping.getHandlerMethods().keySet().forEach(info -> info.getPatternValues().stream().filter(path -> path.startsWith("/checks")).forEach(path -> {
            var methods = info.getMethodsCondition().getMethods();
            (methods.isEmpty() ? Set.of(RequestMethod.values()) : methods).forEach(method -> doors.add(method + " " + path));
        })));
        return doors;
    }

    /** @return where the word stands, in any column of text or bytes */
    private List<String> written() {
        var where = new java.util.ArrayList<String>();
        db.sql("SELECT table_schema, table_name, column_name, data_type FROM information_schema.columns JOIN information_schema.tables USING (table_schema, table_name) WHERE table_schema IN ('apusilta', 'public') AND table_type = 'BASE TABLE' AND data_type IN ('text', 'character varying', 'bytea', 'jsonb', 'json')")
                .query((row, n) -> List.of(row.getString(1), row.getString(2), row.getString(3), row.getString(4))).list().forEach(column -> {
                    var value = column.get(3).equals("bytea") ? "encode(" + column.get(2) + ", 'escape')" : column.get(2) + "::text";
                    if (db.sql("SELECT count(*) FROM " + column.get(0) + "." + column.get(1) + " WHERE " + value + " LIKE '%" + SAID + "%'").query(Integer.class).single() > 0) {
                        where.add(column.get(1) + "." + column.get(2));
                    }
                });
        return where;
    }
}
