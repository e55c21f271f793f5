package org.apusilta;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.Yaml;

/** What binds the drawings, the forms, their texts in three languages and the processes' allow-list together. */
class FormContractTests {

    private static final Path PROCESSES = Path.of("processes");
    private static final Path FORMS = Path.of("forms");
    private static final Pattern FORM_KEY = Pattern.compile("camunda-forms:/forms/([a-z-]+)/([a-z-]+)/([0-9]+)(/\\$\\{task\\.id})?");
    private static final Pattern COMPARED = Pattern.compile("(\\w+) !?= \"(\\w+)\"");

    /** Types that submit a string, a number or a boolean, and those that submit nothing. Lists submit JSON, which the engine refuses. */
    private static final Set<String> INPUTS = Set.of("radio", "select", "checkbox", "textfield", "textarea", "number", "datetime");
    private static final Set<String> SHOWN_ONLY = Set.of("text", "separator", "group");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** One user task with the form it asks for. */
    record Step(String process, String module, String task, String formKey) {

        Path folder() {
            return FORMS.resolve(module);
        }

        String name() {
            return kebab(task);
        }

        /** The files' name: the first version has no number. */
        String file() {
            var key = FORM_KEY.matcher(formKey);
            return name() + (key.matches() && !key.group(3).equals("1") ? "." + key.group(3) : "");
        }

        JsonNode form() {
            return json(folder().resolve(file() + ".form"));
        }

        List<JsonNode> components() {
            return flatten(form().path("components"));
        }

        List<JsonNode> inputs() {
            return components().stream().filter(c -> c.has("key")).toList();
        }

        @Override public String toString() {
            return process + "." + task;
        }
    }

    static Stream<Step> steps() {
        return files(PROCESSES, ".bpmn").stream().flatMap(file -> {
            var model = Bpmn.readModelFromFile(file.toFile());
            var process = model.getModelElementsByType(Process.class).iterator().next().getId();
            var module = file.getParent().getFileName().toString();
            return model.getModelElementsByType(UserTask.class).stream()
                    .map(task -> new Step(process, module, task.getId(), task.getCamundaFormKey()));
        });
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyUserTaskNamesItsOwnFormInAVersionThatExists(Step step) {
        var key = FORM_KEY.matcher(step.formKey());
        assertThat(key.matches()).as(step.formKey()).isTrue();
        assertThat(key.group(1)).isEqualTo(step.module());
        assertThat(key.group(2)).isEqualTo(step.name());
        assertThat(step.folder().resolve(step.file() + ".form")).exists();
    }

    @Test
    void everyFormAndEveryTranslationBelongsToAUserTask() {
        var expected = new TreeSet<String>();
        steps().forEach(s -> Stream.of(".form", ".fi.json", ".sv.json").forEach(end -> expected.add(s.module() + "/" + s.name() + end)));
        var found = new TreeSet<String>();
        for (var file : files(FORMS, "")) {
            found.add(FORMS.relativize(file).toString().replace('\\', '/').replaceAll("\\.[0-9]+\\.(form|fi\\.json|sv\\.json)$", ".$1"));
        }
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("steps")
    void formsUseOnlyFieldsThatTasklistShowsAndThatSubmitPrimitives(Step step) {
        assertThat(step.components()).allSatisfy(c -> {
            var type = c.path("type").asText();
            assertThat(c.has("key") ? INPUTS : SHOWN_ONLY).as(c.toString()).contains(type);
        });
        assertThat(step.components().stream().map(c -> c.path("id").asText())).doesNotContain("").doesNotHaveDuplicates();
        assertThat(step.inputs().stream().map(c -> c.path("key").asText())).doesNotContain("").doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyFieldIsWordsOrOnItsProcessAllowListWithTheSameValues(Step step) {
        var allowed = allowList().get(step.process());
        for (var field : step.inputs()) {
            var key = field.path("key").asText();
            if (key.startsWith("words_")) {
                assertThat(field.path("type").asText()).as(key).isIn("textfield", "textarea");
                assertThat(field.at("/validate/maxLength").asInt()).as("longest " + key).isBetween(1, 4000);
                continue;
            }
            assertThat(allowed).as("allow-list of " + step.process()).containsKey(key);
            var rule = allowed.get(key).trim().split("\\s+", 2);
            assertThat(rule[0]).as(key).isEqualTo(submits(field));
            if (field.path("type").asText().equals("datetime")) {
                assertThat(rule[1]).as(key).isEqualTo("date");
            } else if (submits(field).equals("string")) {
                var permitted = new TreeSet<>(Arrays.asList(rule[1].split("\\|")));
                permitted.remove("uuid");   // filled in for each task: see chooseVolunteer
                assertThat(new TreeSet<>(values(field))).as(key).isEqualTo(permitted);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyChoiceThatTurnsTheProcessMustBeMade(Step step) {
        assertThat(step.inputs()).filteredOn(f -> f.path("type").asText().equals("radio"))
                .allSatisfy(f -> assertThat(f.at("/validate/required").asBoolean()).as(f.path("key").asText()).isTrue());
    }

    @ParameterizedTest
    @MethodSource("steps")
    void fieldsHideByValuesThatExist(Step step) {
        var allowed = allowList().get(step.process());
        for (var component : step.components()) {
            var hide = component.at("/conditional/hide").asText("");
            var compared = COMPARED.matcher(hide);
            while (compared.find()) {
                assertThat(allowed).as(hide).containsKey(compared.group(1));
                assertThat(allowed.get(compared.group(1)).split("[ |]")).as(hide).contains(compared.group(2));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("steps")
    void everyTextOfTheFormIsThereInFinnishAndSwedishAndNothingElseIs(Step step) {
        var english = englishTexts(step);
        for (var language : List.of("fi", "sv")) {
            var translated = new TreeMap<String, String>();
            leaves(json(step.folder().resolve(step.file() + "." + language + ".json")), "", translated);
            translated.keySet().removeIf(k -> k.contains("/validate/"));
            assertThat(translated.keySet()).as(language).isEqualTo(english.keySet());
            assertThat(translated).allSatisfy((k, v) -> {
                assertThat(v).as(language + " " + k).isNotBlank();
                if (english.get(k).length() > 4) {
                    assertThat(v).as(language + " " + k).isNotEqualTo(english.get(k));
                }
            });
        }
    }

    private static Map<String, String> englishTexts(Step step) {
        var texts = new TreeMap<String, String>();
        for (var c : step.components()) {
            var key = c.path("key").asText();
            if (!c.has("key")) {
                var text = c.path("text").asText(c.path("label").asText(""));
                if (!text.isEmpty()) {
                    texts.put("/texts/" + c.path("id").asText(), text);
                }
                continue;
            }
            texts.put("/" + key + "/label", c.path("label").asText(c.path("dateLabel").asText()));
            if (c.has("description")) {
                texts.put("/" + key + "/description", c.path("description").asText());
            }
            c.path("values").forEach(v -> texts.put("/" + key + "/options/" + v.path("value").asText(), v.path("label").asText()));
        }
        return texts;
    }

    private static void leaves(JsonNode node, String path, Map<String, String> into) {
        if (node.isObject()) {
            node.fields().forEachRemaining(e -> leaves(e.getValue(), path + "/" + e.getKey(), into));
        } else {
            into.put(path, node.asText());
        }
    }

    private static String submits(JsonNode field) {
        return switch (field.path("type").asText()) {
            case "checkbox" -> "boolean";
            case "number" -> "integer";
            case "radio", "select" -> field.at("/values/0/value").isInt() ? "integer" : "string";
            default -> "string";
        };
    }

    private static List<String> values(JsonNode field) {
        var values = new ArrayList<String>();
        field.path("values").forEach(v -> values.add(v.path("value").asText()));
        return values;
    }

    private static List<JsonNode> flatten(JsonNode components) {
        var all = new ArrayList<JsonNode>();
        components.forEach(c -> {
            all.add(c);
            all.addAll(flatten(c.path("components")));
        });
        return all;
    }

    private static String kebab(String id) {
        return id.replaceAll("([a-z])([A-Z])", "$1-$2").toLowerCase();
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, String>> allowList() {
        try (var in = Files.newInputStream(PROCESSES.resolve("variables.yaml"))) {
            return (Map<String, Map<String, String>>) new Yaml().load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode json(Path file) {
        try {
            return JSON.readTree(file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> files(Path root, String end) {
        try (var walk = Files.walk(root)) {
            return walk.filter(Files::isRegularFile).filter(f -> f.toString().endsWith(end)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
