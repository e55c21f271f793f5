package org.apusilta.engine.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.engine.DeskCase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApusiltaTest
class FormsIT extends DeskCase {

    @Test
    void theReadersLanguageDecides() {
        var caller = Caller.tasklist(port, "coordinator-east");
        assertThat(caller.get("/forms/enginetest/decide/1", "fi-FI,fi;q=0.9,en;q=0.8").body()).contains("Päätöksesi", "Kyllä");
        assertThat(caller.get("/forms/enginetest/decide/1", "de,fi;q=0.5").body()).contains("Päätöksesi");
        assertThat(caller.get("/forms/enginetest/decide/1", "en").body()).contains("Your decision").doesNotContain("Päätöksesi");
        assertThat(caller.get("/forms/enginetest/decide/1", "de").body()).as("as on our pages: Finnish for who reads none of ours").contains("Päätöksesi");
    }

    @Test
    void anOlderVersionStaysBesideTheNewer() {
        var caller = Caller.tasklist(port, "coordinator-east");
        assertThat(caller.get("/forms/enginetest/decide/2", "en").body()).contains("Your decision now");
        assertThat(caller.get("/forms/enginetest/decide/1", "en").body()).doesNotContain("Your decision now");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/forms/enginetest/decide/3", "/forms/enginetest/nothing/1", "/forms/nothing/decide/1", "/forms/enginetest/decide/0",
        "/forms/enginetest/decide.fi/1", "/forms/enginetest/..%2f..%2fapplication/1"})
    void whatIsNoFormIsNotFound(String path) {
        assertThat(Caller.tasklist(port, "coordinator-east").get(path).statusCode()).isIn(400, 404);
    }

    @Test
    void aTasksFormIsForThoseWhoMaySeeTheTask() {
        var caller = Caller.tasklist(port, "coordinator-east");
        assertThat(caller.get("/forms/enginetest/decide/1/" + task(east).getId()).statusCode()).isEqualTo(200);
        assertThat(caller.get("/forms/enginetest/decide/1/" + task(south).getId()).statusCode()).isEqualTo(404);
        assertThat(caller.get("/forms/enginetest/decide/1/00000000-0000-0000-0000-000000000000").statusCode()).isEqualTo(404);
        assertThat(Caller.tasklist(port, "lead").get("/forms/enginetest/decide/1/" + task(south).getId()).statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"social-worker", "manager"})
    void whoHasNoDeskGetsNoForm(String user) {
        assertThat(Caller.tasklist(port, user).get("/forms/enginetest/decide/1").statusCode()).isEqualTo(403);
    }

    @Test
    void everyFormOfTheProductIsServedInThreeLanguages() throws Exception {
        var caller = Caller.tasklist(port, "lead");
        try (var files = Files.walk(Path.of("forms"))) {
            for (var form : files.filter(file -> file.toString().matches(".*/[a-z-]+\\.form")).toList()) {
                var path = "/forms/" + form.getParent().getFileName() + "/" + form.getFileName().toString().replace(".form", "") + "/1";
                var english = caller.get(path, "en");
                assertThat(english.statusCode()).as(path).isEqualTo(200);
                assertThat(caller.get(path, "fi").body()).as(path).isNotEqualTo(english.body());
                assertThat(caller.get(path, "sv").body()).as(path).isNotEqualTo(english.body());
            }
        }
    }
}
