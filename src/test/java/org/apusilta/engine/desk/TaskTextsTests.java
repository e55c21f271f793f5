package org.apusilta.engine.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTextsTests {

    static Stream<String> tasks() throws IOException {
        return tasks("processes");
    }

    private static Stream<String> tasks(String folder) throws IOException {
        return Files.walk(Path.of(folder)).filter(file -> file.toString().endsWith(".bpmn"))
                .map(file -> Bpmn.readModelFromFile(file.toFile()))
                .flatMap(model -> model.getModelElementsByType(UserTask.class).stream().map(task ->
                        model.getModelElementsByType(Process.class).iterator().next().getId() + "." + task.getId()));
    }

    @ParameterizedTest
    @MethodSource("tasks")
    void everyHumanStepSaysWhatToDoNextInThreeLanguages(String task) {
        for (var language : new String[] {"fi", "sv", "en"}) {
            var texts = bundle(language);
            assertThat(texts.getProperty(task + ".name")).as(task + " " + language).isNotBlank().hasSizeLessThanOrEqualTo(60);
            assertThat(texts.getProperty(task + ".description")).as(task + " " + language).isNotBlank().hasSizeBetween(20, 200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fi", "sv", "en"})
    void noTextIsLeftOverFromAStepThatIsGone(String language) throws IOException {
        // cases that began under a released drawing still need its words
        var tasks = Stream.concat(tasks(), tasks("releases")).toList();
        assertThat(bundle(language).stringPropertyNames()).allMatch(key -> tasks.contains(key.substring(0, key.lastIndexOf('.'))));
    }

    private static Properties bundle(String language) {
        var texts = new Properties();
        try (var file = TaskTextsTests.class.getResourceAsStream("/i18n/tasks_" + language + ".properties")) {
            texts.load(new InputStreamReader(file, StandardCharsets.UTF_8));
            return texts;
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }
}
