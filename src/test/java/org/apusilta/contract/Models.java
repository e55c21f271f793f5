package org.apusilta.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.yaml.snakeyaml.Yaml;

/** The models as they lie in {@code processes/}, read once for the contract tests. */
public final class Models {

    static final Path PROCESSES = Path.of("processes");

    private Models() {}

    static List<Path> files(String suffix) {
        try (Stream<Path> all = Files.walk(PROCESSES)) {
            return all.filter(p -> p.toString().endsWith(suffix)).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @return file by process model */
    public static Map<Path, BpmnModelInstance> drawings() {
        var found = new LinkedHashMap<Path, BpmnModelInstance>();
        files(".bpmn").forEach(f -> found.put(f, Bpmn.readModelFromFile(f.toFile())));
        return found;
    }

    public static Process process(BpmnModelInstance model) {
        return model.getModelElementsByType(Process.class).iterator().next();
    }

    static <T extends ModelElementInstance> List<T> every(Class<T> type) {
        return drawings().values().stream().map(m -> m.getModelElementsByType(type)).flatMap(Collection::stream).toList();
    }

    /** @return process → variable → permitted type and values */
    @SuppressWarnings("unchecked")
    public static Map<String, Map<String, String>> variables() {
        return (Map<String, Map<String, String>>) (Map<?, ?>) new Yaml().<Map<String, Object>>load(read(PROCESSES.resolve("variables.yaml")));
    }

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
