package org.apusilta.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** What a released version needs in order to go on: a decision for every place a case can wait, and today's beans, forms and variables. */
class ReleasesTests {

    @Test
    void thereIsARelease() {
        assertThat(Released.all()).isNotEmpty();
    }

    @Test
    void everyPlaceACaseCanWaitIsMappedOrStaysForAReason() {
        assertSoftly(softly -> Released.all().forEach(release -> release.waits().forEach(wait -> {
            var process = wait.substring(0, wait.indexOf('.'));
            var element = wait.substring(wait.indexOf('.') + 1).split(" ")[0];
            var plan = release.plans().get(process);
            var decided = new HashSet<Object>((List<?>) plan.getOrDefault("same", List.of()));
            decided.addAll(((Map<?, ?>) plan.getOrDefault("moved", Map.of())).keySet());
            decided.addAll(release.stay(process).keySet());
            softly.assertThat(decided).as("%s: releases/%s/migration/%s.yaml", wait, release.name(), process).contains(element);
            softly.assertThat(release.stay(process).values()).as(process).allSatisfy(why -> assertThat(why).hasSizeGreaterThan(20));
        })));
    }

    @Test
    void plansLeadToElementsThatAreThere() {
        var today = Models.drawings().values().stream().collect(Collectors.toMap(model -> Models.process(model).getId(), model -> model));
        assertSoftly(softly -> Released.all().forEach(release -> release.plans().forEach((process, plan) -> {
            softly.assertThat(today).as("a process with cases does not go").containsKey(process);
            ((List<?>) plan.getOrDefault("same", List.of())).forEach(element -> softly.assertThat((Object) today.get(process).getModelElementById((String) element)).as(process + "." + element).isNotNull());
            ((Map<?, ?>) plan.getOrDefault("moved", Map.of())).values().forEach(element -> softly.assertThat((Object) today.get(process).getModelElementById((String) element)).as(process + "." + element).isNotNull());
            softly.assertThat(plan.keySet()).isSubsetOf("same", "moved", "stay");
        })));
    }

    @Test
    void everyStepOfAReleasedDrawingStillHasItsBeanFormAndWords() {
        var words = new java.util.Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/i18n/tasks_fi.properties"))) {
            words.load(in);
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        assertSoftly(softly -> Released.all().forEach(release -> release.drawings().forEach((process, model) -> {
            model.getModelElementsByType(ServiceTask.class).forEach(task -> softly.assertThat(delegates()).as(process + "." + task.getId()).contains(task.getId()));
            model.getModelElementsByType(UserTask.class).forEach(task -> {
                softly.assertThat(form(task)).exists();
                softly.assertThat(words.getProperty(process + "." + task.getId() + ".name")).as(process + "." + task.getId()).isNotBlank();
            });
            softly.assertThat(model.getModelElementsByType(FlowNode.class)).isNotEmpty();
        })));
    }

    /** A task that is not moved keeps the version of the form its drawing names: that must not promise what its process cannot do. */
    @Test
    void aReleasedTaskAsksOnlyWhatItsReleaseKnew() {
        assertSoftly(softly -> Released.all().forEach(release -> {
            Map<String, Map<String, String>> then = new Yaml().load(Models.read(release.folder().resolve("processes/variables.yaml")));
            release.drawings().forEach((process, model) -> model.getModelElementsByType(UserTask.class).forEach(task -> fields(form(task)).forEach(field -> {
                var about = process + "." + task.getId() + " " + field.path("key").asText() + ": make a new version of the form";
                softly.assertThat(then.get(process)).as(about).containsKey(field.path("key").asText());
                var rule = parts(then.get(process).getOrDefault(field.path("key").asText(), ""));
                field.path("values").forEach(option -> {
                    if (option.path("value").isTextual()) {
                        softly.assertThat(rule).as(about).contains(option.path("value").asText());
                    }
                });
            })));
        }));
    }

    private static Path form(UserTask task) {
        var parts = task.getCamundaFormKey().replace("camunda-forms:/forms/", "").split("/");
        return Path.of("forms", parts[0], parts[1] + (parts[2].equals("1") ? "" : "." + parts[2]) + ".form");
    }

    /** @return the fields whose answers reach the engine */
    private static List<JsonNode> fields(Path form) {
        try {
            return StreamSupport.stream(new ObjectMapper().readTree(form.toFile()).path("components").spliterator(), false)
                    .filter(one -> one.has("key") && !one.path("key").asText().startsWith("words_")).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void whatAReleasedProcessMayRememberIsStillAllowed() {
        var today = Models.variables();
        assertSoftly(softly -> Released.all().forEach(release -> {
            Map<String, Map<String, String>> then = new Yaml().load(Models.read(release.folder().resolve("processes/variables.yaml")));
            then.forEach((process, variables) -> variables.forEach((name, rule) -> {
                softly.assertThat(today.get(process)).as("%s of release %s", process, release.name()).containsKey(name);
                softly.assertThat(parts(today.get(process).getOrDefault(name, ""))).as(process + "." + name).containsAll(parts(rule));
            }));
        }));
    }

    private static List<String> parts(String rule) {
        return Arrays.asList(rule.split("[ |]"));
    }

    /** The bean names of all delegates, from the classes' names. */
    private static List<String> delegates() {
        try (var files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(f -> f.toString().contains("/process/") && f.toString().endsWith(".java") && Models.read(f).contains(" implements " + JavaDelegate.class.getSimpleName()))
                    .map(f -> f.getFileName().toString().replace(".java", "")).map(name -> Character.toLowerCase(name.charAt(0)) + name.substring(1)).toList();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
