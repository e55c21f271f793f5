package org.apusilta.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentWithDefinitions;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.yaml.snakeyaml.Yaml;

/** A released version as it lies in {@code releases/}, for the tests that hold today's drawings and code against it. */
public record Released(Path folder) {

    public static List<Released> all() {
        try (var folders = Files.list(Path.of("releases"))) {
            return folders.filter(Files::isDirectory).sorted().map(Released::new).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String name() {
        return folder.getFileName().toString();
    }

    public Map<String, BpmnModelInstance> drawings() {
        var drawings = new TreeMap<String, BpmnModelInstance>();
        try (var files = Files.walk(folder.resolve("processes"))) {
            files.filter(f -> f.toString().endsWith(".bpmn")).forEach(f -> drawings.put(f.getFileName().toString().replace(".bpmn", ""), Bpmn.readModelFromFile(f.toFile())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return drawings;
    }

    /** @return every place where a case of this release can wait: {@code process.element}, with " before" or " after" for a job */
    public List<String> waits() {
        var waits = new ArrayList<String>();
        drawings().forEach((process, model) -> model.getModelElementsByType(FlowNode.class).forEach(node -> {
            var place = process + "." + node.getId();
            if (node instanceof UserTask || node instanceof ReceiveTask || node instanceof IntermediateCatchEvent) {
                waits.add(place);
            }
            if (node instanceof Activity activity && activity.isCamundaAsyncBefore()) {
                waits.add(place + " before");
            }
            if (node instanceof Activity activity && activity.isCamundaAsyncAfter()) {
                waits.add(place + " after");
            }
        }));
        return waits;
    }

    /** @return process → the plan's parts: same (list), moved and stay (maps) */
    public Map<String, Map<String, Object>> plans() {
        var plans = new LinkedHashMap<String, Map<String, Object>>();
        drawings().keySet().forEach(process -> plans.put(process, new Yaml().load(Models.read(folder.resolve("migration").resolve(process + ".yaml")))));
        return plans;
    }

    /** @return elements of this process that a case does not leave by moving: it finishes on its own version */
    public Map<String, String> stay(String process) {
        @SuppressWarnings("unchecked") var stay = (Map<String, String>) plans().get(process).getOrDefault("stay", Map.of());
        return stay;
    }

    /** @param state where a case stands, as {@code process.element + process.element after} */
    public boolean stays(String process, String state) {
        return List.of(state.split(" \\+ ")).stream().map(one -> one.split(" ")[0])
                .anyMatch(one -> one.startsWith(process + ".") && stay(process).containsKey(one.substring(process.length() + 1)));
    }

    /** Deploys drawings and tables of a folder as a start of that version would: all in one, whether changed or not. */
    public static DeploymentWithDefinitions deploy(RepositoryService repository, Path folder) {
        var deployment = repository.createDeployment().name(folder.toString());
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(f -> f.toString().matches(".*\\.(bpmn|dmn)")).sorted().toList()) {
                deployment.addString(folder.relativize(file).toString(), Models.read(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return deployment.deployWithResult();
    }
}
