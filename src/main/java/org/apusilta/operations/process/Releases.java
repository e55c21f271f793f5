package org.apusilta.operations.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The drawings of every released version, as they lie in {@code releases/}, and the plans that lead from them to today's. */
@Component
class Releases {

    private static final Pattern PLACE = Pattern.compile(".*/releases/([^/]+)/(?:processes/[^/]+|migration)/([^/]+)\\.(?:bpmn|yaml)$");

    /** One released drawing. @param plan null when the process is gone since */
    record Released(String release, String process, MovePlan plan, byte[] drawing) {}

    /** newest release first */
    private final Map<String, Map<String, Released>> releases = new TreeMap<>(Comparator.<String>naturalOrder().reversed());

    Releases(ResourcePatternResolver files) throws IOException {
        var plans = new HashMap<String, MovePlan>();
        for (var file : files.getResources("classpath*:releases/*/migration/*.yaml")) {
            plans.put(place(file, 1) + "/" + place(file, 2), MovePlan.of(new Yaml(new SafeConstructor(new LoaderOptions())).load(new String(bytes(file), java.nio.charset.StandardCharsets.UTF_8))));
        }
        for (var file : files.getResources("classpath*:releases/*/processes/*/*.bpmn")) {
            var release = place(file, 1);
            var process = place(file, 2);
            releases.computeIfAbsent(release, r -> new TreeMap<>()).put(process, new Released(release, process, plans.get(release + "/" + process), bytes(file)));
        }
    }

    /** @return the release this drawing was part of: the same file, byte for byte; empty for a drawing between releases */
    Optional<Released> of(String process, byte[] drawing) {
        return releases.values().stream().map(release -> release.get(process))
                .filter(released -> released != null && Arrays.equals(released.drawing(), drawing)).findFirst();
    }

    private static String place(Resource file, int group) {
        try {
            var place = PLACE.matcher(file.getURL().toString());
            if (!place.matches()) {
                throw new IllegalStateException("not where a release keeps it: " + file);
            }
            return place.group(group);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(Resource file) {
        try (var in = file.getInputStream()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
