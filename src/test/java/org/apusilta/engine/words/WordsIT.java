package org.apusilta.engine.words;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.engine.DeskCase;
import org.apusilta.engine.Words;
import org.apusilta.engine.Words.Word;
import org.camunda.bpm.engine.HistoryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApusiltaTest
class WordsIT extends DeskCase {

    private static final String TEXT = "Sirkka Sävelä soittaa huomenna 040 765 4321, åäö € 👋";

    @Autowired Words words;
    @Autowired HistoryService history;
    @Autowired JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task/%s/complete", "/engine-rest/engine/default/task/%s/complete", "/engine-rest/task/%s/submit-form"})
    void whatACoordinatorWritesIsKeptWithTheCaseAndNowhereInTheEngine(String path) {
        var answer = Caller.basic(port, "coordinator-east").post(path.formatted(task(east).getId()), body("YES", TEXT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(words.of(east)).extracting(Word::taskKey, Word::field, Word::text, Word::author)
                .containsExactly(tuple("decide", "reason", TEXT, "coordinator-east"));
        assertThat(words.latest(east, "decide", "reason")).contains(TEXT);
        assertThat(task(east)).isNull();
        assertThat(history.createHistoricVariableInstanceQuery().processInstanceIdIn(instance(east)).variableName("outcome").singleResult().getValue()).isEqualTo("YES");
        assertThat(tablesOfTheEngineWith("coordinator-east")).as("the search finds what is there").isNotEmpty();
        assertThat(tablesOfTheEngineWith("Sirkka")).isEmpty();
        assertThat(tablesOfTheEngineWith("words_")).isEmpty();
    }

    @Test
    void theSameThroughTasklist() {
        var tasklist = Caller.tasklist(port, "coordinator-east");
        var path = "/camunda/api/engine/engine/default/task/" + task(east).getId() + "/submit-form";
        assertThat(tasklist.post(path, body("MAYBE", TEXT)).statusCode()).isGreaterThanOrEqualTo(400);
        assertThat(words.of(east)).as("nothing is kept of what the engine refused").isEmpty();
        var answer = tasklist.post(path, body("YES", TEXT));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(words.of(east)).extracting(Word::text).containsExactly(TEXT);
    }

    @Test
    void aTaskOfAnotherDistrictIsRefusedAndNothingKept() {
        var answer = Caller.basic(port, "coordinator-east").post("/engine-rest/task/" + task(south).getId() + "/complete", body("YES", TEXT));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(words.of(south)).isEmpty();
        assertThat(task(south)).isNotNull();
    }

    @Test
    void whoSendsATaskThatIsDoneReadsThatItIsDone() {
        var path = "/engine-rest/task/" + task(east).getId() + "/complete";
        var caller = Caller.basic(port, "coordinator-east");
        assertThat(caller.post(path, body("YES", TEXT)).statusCode()).isEqualTo(204);
        var again = caller.send("POST", path, body("YES", "twice"), "en");
        assertThat(again.statusCode()).isEqualTo(400);
        assertThat(again.body()).contains("has been done already");
        assertThat(words.of(east)).extracting(Word::text).containsExactly(TEXT);
    }

    @Test
    void aBodyThatIsNoJsonIsABadRequest() {
        var answer = Caller.basic(port, "coordinator-east").post("/engine-rest/task/" + task(east).getId() + "/complete", "{\"variables\":{");
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("Lomaketta ei voitu lukea").doesNotContain("variables");
    }

    @Test
    void aTextThatIsTooLongIsRefusedInTheReadersLanguage() {
        var path = "/engine-rest/task/" + task(east).getId() + "/complete";
        var caller = Caller.basic(port, "coordinator-east");
        assertThat(caller.send("POST", path, body("YES", "a".repeat(4_001)), "sv").body()).contains("för lång", "ryms");
        assertThat(caller.send("POST", path, body("YES", "a".repeat(4_001)), "en").body()).contains("too long");
        assertThat(caller.send("POST", path, "{\"x\":\"" + "a".repeat(1_000_000) + "\"}", "fi").statusCode()).isEqualTo(400);
        assertThat(task(east)).isNotNull();
    }

    @Test
    void wordsSentPastTheFilterAreRefusedByTheEngine() {
        var answer = Caller.basic(port, "admin").send("PUT", "/engine-rest/task/" + task(east).getId() + "/variables/words_reason",
                "{\"value\":\"Sirkka\",\"type\":\"String\"}", "fi");
        assertThat(answer.statusCode()).isBetween(400, 500);
        assertThat(tablesOfTheEngineWith("Sirkka")).isEmpty();
    }

    @Test
    void wordsOfAnEarlierRoundOfTheStepAreNotMeant() {
        Caller.basic(port, "coordinator-east").post("/engine-rest/task/" + task(east).getId() + "/complete", body("YES", "first round"));
        runtime.startProcessInstanceByKey("engine-test-desk", east.toString(), java.util.Map.of("majorDistrict", "7"));
        assertThat(words.latest(east, "decide", "reason")).isEmpty();
        assertThat(words.of(east)).hasSize(1);
    }

    private String instance(UUID caseId) {
        return history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).singleResult().getId();
    }

    private static String body(String outcome, String reason) {
        return "{\"variables\":{\"outcome\":{\"value\":\"%s\"},\"words_reason\":{\"value\":\"%s\"}}}".formatted(outcome, reason);
    }

    /** Every text column of every engine table, and the bytes of every blob. */
    private List<String> tablesOfTheEngineWith(String text) {
        return jdbc.sql("""
                SELECT table_name, column_name, data_type FROM information_schema.columns
                WHERE table_schema = 'public' AND table_name LIKE 'act_%' AND data_type IN ('character varying', 'text', 'bytea')
                  AND NOT (table_name = 'act_ge_bytearray' AND column_name = 'name_')""")
                .query((row, index) -> new String[] {row.getString(1), row.getString(2), row.getString(3)}).list().stream()
                .filter(column -> found(column, text)).map(column -> column[0] + "." + column[1]).toList();
    }

    private boolean found(String[] column, String text) {
        var value = column[2].equals("bytea") ? "encode(" + column[1] + ", 'escape')" : column[1];
        // deployed drawings and forms are ours and public
        var where = column[0].equals("act_ge_bytearray") ? " AND deployment_id_ IS NULL" : "";
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM " + column[0] + " WHERE " + value + " LIKE '%" + text.replace("_", "\\_") + "%'" + where + ")")
                .query(Boolean.class).single();
    }
}
