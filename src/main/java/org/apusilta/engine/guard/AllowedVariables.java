package org.apusilta.engine.guard;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The allow-list {@code processes/variables.yaml}: which variables each process may keep, of which type, with which values. */
@Component
class AllowedVariables {

    /** What the engine itself counts in a multi-instance element. */
    private static final Set<String> COUNTERS = Set.of("loopCounter", "nrOfInstances", "nrOfCompletedInstances", "nrOfActiveInstances");

    private final Map<String, Map<String, AllowedVariable>> processes = new HashMap<>();

    AllowedVariables(ResourcePatternResolver files) throws IOException {
        for (var file : files.getResources("classpath*:processes/**/variables.yaml")) {
            try (var stream = file.getInputStream()) {
                processes.putAll(read(stream));
            }
        }
    }

    static Map<String, Map<String, AllowedVariable>> read(InputStream yaml) {
        Map<String, Map<String, String>> raw = new Yaml(new SafeConstructor(new LoaderOptions())).load(yaml);
        return raw == null ? Map.of() : raw.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, AllowedVariables::variables));
    }

    private static Map<String, AllowedVariable> variables(Map.Entry<String, Map<String, String>> process) {
        return process.getValue() == null ? Map.of() : process.getValue().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, variable -> AllowedVariable.parse(variable.getValue())));
    }

    /** @return why this may not be stored, in words that name no value; null when it may */
    @Nullable String refusal(@Nullable String process, String name, String type, @Nullable String text) {
        if (name.startsWith("words_")) {
            return "'%s' is a field for words: words are kept with the case, never in the process '%s'".formatted(name, process);
        }
        if (COUNTERS.contains(name) && type.equals("integer")) {
            return null;
        }
        var allowed = process == null ? null : processes.getOrDefault(process, Map.of()).get(name);
        if (allowed == null) {
            return "Variable '%s' (%s) is not on the allow-list of process '%s'".formatted(name, type, process);
        }
        return allowed.accepts(type, text) ? null
                : "Variable '%s' (%s) has a type or value that process '%s' does not allow".formatted(name, type, process);
    }

    /** @return keys of the processes that have a list */
    List<String> processes() {
        return processes.keySet().stream().sorted().toList();
    }
}
