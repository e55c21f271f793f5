package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.engine.Words;
import org.apusilta.messaging.Messages;
import org.apusilta.request.RequestStatus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A task ends with what its own form asks, whichever door it is submitted through and whoever wrote the request by hand. */
@ApusiltaTest
@ExtendWith(OutputCaptureExtension.class)
class TaskFormIT {

    private static final String TASKLIST = "/camunda/api/engine/engine/default/task/%s/submit-form";

    @Autowired Journey walk;
    @Autowired Words words;
    @Autowired Messages messages;
    @LocalServerPort int port;

    private UUID id;

    @BeforeEach
    void request() {
        walk.somePeople();
        id = walk.received();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/engine-rest/task/%s/complete", "/engine-rest/task/%s/submit-form", "/engine-rest/task/%s/resolve",
        "/engine-rest/engine/default/task/%s/complete", "/engine-rest/task/%s/complete/"})
    void whatTheFormDoesNotAskIsNotTaken(String path) {
        var answer = send(path, "screenRequest", "screeningOutcome", "\"ACCEPTED\"", "meetingOutcome", "\"CONTINUE\"");
        refused(answer, "meetingOutcome", "ei ole kenttää");
        refused(send(path, "screenRequest", "screeningOutcome", "\"ACCEPTED\"", "urgency", "\"URGENT\""), "urgency", "ei ole kenttää");
        refused(send(path, "screenRequest", "screeningOutcome", "\"ACCEPTED\"", "words_Salaisuus", "\"Matti\""), "words_Salaisuus", "ei ole kenttää");
        assertThat(words.of(id)).isEmpty();
        assertThat(walk.openTasks(id)).containsExactly("screenRequest");
    }

    @Test
    void theSameThroughTasklistInTheReadersLanguage(CapturedOutput log) {
        var tasklist = Caller.tasklist(port, "coordinator");
        var path = TASKLIST.formatted(walk.task(id, "screenRequest").getId());
        var body = variables("screeningOutcome", "\"ACCEPTED\"", "agreementResult", "\"CONFIRMED\"");
        int before = log.getAll().length();
        assertThat(tasklist.send("POST", path, body, "sv").body()).contains("inget fält ”agreementResult”").contains("\"message\"");
        assertThat(tasklist.send("POST", path, body, "en").body()).contains("has no field “agreementResult”");
        assertThat(tasklist.post(path, "{}").statusCode()).isEqualTo(400);
        assertThat(tasklist.post(path, variables("screeningOutcome", "\"CLARIFY\"", "words_question", "\" \\u200b\"")).body()).contains("puuttuu");
        assertThat(log.getAll().substring(before).lines()).as("one line each").hasSize(4).allMatch(line -> line.contains("Refused at the engine's door"))
                .noneMatch(line -> line.contains("agreementResult"));
        assertThat(tasklist.post(path, variables("screeningOutcome", "\"ACCEPTED\"", "words_note", "null")).statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"PERHAPS\"", "\"\"", "5", "true", "[\"ACCEPTED\"]", "{\"name\":\"Matti\"}"})
    void onlyWhatTheFormOffersIsChosen(String value) {
        refused(complete("screenRequest", "screeningOutcome", value), "Päätöksesi", "ei ole");
    }

    @Test
    void aTaskWithoutItsOutcomeStaysWithThePerson() {
        refused(complete("screenRequest"), "Päätöksesi", "puuttuu");
        refused(complete("screenRequest", "screeningOutcome", "null"), "Päätöksesi", "puuttuu");
        assertThat(walk.openTasks(id)).containsExactly("screenRequest");
    }

    @Test
    void whatTheBrowserHidesIsNotDemandedAndWhatItShowsIs() {
        var form = "/engine-rest/task/%s/submit-form";
        assertThat(send(form, "screenRequest", "screeningOutcome", "\"DECLINED\"").statusCode()).as("no reason").isEqualTo(400);
        assertThat(send(form, "screenRequest", "screeningOutcome", "\"CLARIFY\"", "words_reason", "\"x\"").statusCode()).as("no question").isEqualTo(400);
        assertThat(complete("screenRequest", "screeningOutcome", "\"ACCEPTED\"").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"CLARIFY,CLARIFYING,Kerro tarkemmin", "ELSEWHERE,ELSEWHERE,mistä apua saa", "DECLINED,DECLINED,kertoo mielellään lisää"})
    void anotherSystemDecidesByTheOutcomeAloneAndOurTemplateSaysTheRest(String outcome, RequestStatus status, String said) {
        assertThat(complete("screenRequest", "screeningOutcome", "\"" + outcome + "\"").statusCode()).isEqualTo(204);
        walk.runJobs(id);
        assertThat(walk.requests.status(id)).isEqualTo(status);
        assertThat(messages.of(id)).anySatisfy(message -> assertThat(message.body()).contains(said));
    }

    @Test
    void aFirstMeetingHasADayAndAPlace() {
        matched();
        refused(complete("arrangeFirstMeeting"), "puuttuu");
        refused(complete("arrangeFirstMeeting", "words_place", "\"Kirjasto klo 14\""), "Tapaamispäivä", "puuttuu");
        refused(complete("arrangeFirstMeeting", "meetingDate", "\"2026-12-01\"", "words_place", "\"\\u2800\\u00a0\""), "puuttuu");
        refused(complete("arrangeFirstMeeting", "meetingDate", "\"2027-02-30\"", "words_place", "\"Kirjasto\""), "päivä");
        refused(complete("arrangeFirstMeeting", "meetingDate", "\"" + "2026-12-01" + "\"", "words_place", "\"" + "a".repeat(501) + "\""), "500");
        refused(complete("arrangeFirstMeeting", "meetingDate", "\"2026-12-01\"", "words_place", "\"Kirjasto\"", "accompanied", "\"yes\""), "muotoa");
        assertThat(walk.openTasks(id)).containsExactly("arrangeFirstMeeting");
        assertThat(words.of(id)).isEmpty();
        assertThat(complete("arrangeFirstMeeting", "meetingDate", "\"2026-12-01\"", "words_place", "\"Kirjasto\"").statusCode()).isEqualTo(204);
    }

    @Test
    void onlyAVolunteerWhoIsOnTheListIsChosen() {
        walk.accept(id);
        refused(complete("chooseVolunteer", "chosenVolunteerId", "\"" + UUID.randomUUID() + "\""), "ei ole");
        refused(complete("chooseVolunteer", "chosenVolunteerId", "\"NOBODY\""), "puuttuu");
        var first = walk.matching.candidates(id, 1, Locale.ENGLISH).get(0).volunteerId();
        assertThat(complete("chooseVolunteer", "chosenVolunteerId", "\"" + first + "\"").statusCode()).isEqualTo(204);
    }

    @ParameterizedTest
    @CsvSource({"PUT,/variables/screeningOutcome", "PUT,/localVariables/screeningOutcome", "POST,/variables", "POST,/localVariables",
        "DELETE,/variables/majorDistrict", "DELETE,/localVariables/majorDistrict"})
    void aTaskIsNotChangedPieceByPiece(String method, String what) {
        var task = walk.task(id, "screenRequest").getId();
        var body = method.equals("PUT") ? "{\"value\":\"ACCEPTED\"}" : method.equals("POST") ? "{\"modifications\":{\"screeningOutcome\":{\"value\":\"ACCEPTED\"}}}" : null;
        for (var who : new String[] {"coordinator", "lead", "admin"}) {
            var answer = Caller.basic(port, who).send(method, "/engine-rest/task/" + task + what, body, "fi");
            refused(answer, "lomake");
        }
        assertThat(walk.tasks.getVariables(task)).containsEntry("screeningOutcome", null).containsEntry("majorDistrict", "7");
    }

    /** A value the form takes in a type the engine must not keep: the form's check cannot know, the guard behind it does. */
    @Test
    void whatOnlyTheEngineCanRefuseIsRefusedWithOneSentenceAndWithoutAPageOfLog(CapturedOutput log) {
        var tasklist = Caller.tasklist(port, "coordinator");
        int before = log.getAll().length();
        var answer = tasklist.post(TASKLIST.formatted(walk.task(id, "screenRequest").getId()),
                "{\"variables\":{\"screeningOutcome\":{\"value\":\"ACCEPTED\",\"type\":\"Bytes\"}}}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(403);
        assertThat(answer.body()).contains("screeningOutcome").hasSizeLessThan(400);
        assertThat(log.getAll().substring(before).lines()).hasSizeLessThanOrEqualTo(1);
        assertThat(walk.openTasks(id)).containsExactly("screenRequest");
    }

    @Test
    void aStrangerLearnsNothingOfTheForm() {
        var answer = Caller.basic(port, "social-worker").post("/engine-rest/task/" + walk.task(id, "screenRequest").getId() + "/complete", "{}");
        assertThat(answer.statusCode()).isEqualTo(403);
    }

    private void matched() {
        walk.accept(id);
        walk.chooseFirst(id);
        walk.bothSayYes(id);
    }

    private static void refused(java.net.http.HttpResponse<String> answer, String... said) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
        assertThat(answer.body()).contains(said).doesNotContain("Matti");
    }

    private java.net.http.HttpResponse<String> complete(String task, String... variables) {
        return send("/engine-rest/task/%s/complete", task, variables);
    }

    private java.net.http.HttpResponse<String> send(String path, String task, String... variables) {
        return Caller.basic(port, "coordinator").post(path.formatted(walk.task(id, task).getId()), variables(variables));
    }

    private static String variables(String... namesAndValues) {
        var body = new StringBuilder();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            body.append(i == 0 ? "" : ",").append('"').append(namesAndValues[i]).append("\":{\"value\":").append(namesAndValues[i + 1]).append('}');
        }
        return "{\"variables\":{" + body + "}}";
    }
}
