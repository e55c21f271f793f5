package org.apusilta.engine.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.springframework.core.io.ResourceLoader;
import org.springframework.stereotype.Component;

/**
 * The forms on the class path: {@code forms/<module>/<name>.form} is version 1, {@code <name>.2.form} version 2 and so on. An
 * older version stays, because tasks made with it are still open.
 */
@Component
class FormFiles {

    private final ResourceLoader files;
    private final ObjectMapper json;
    private final ConcurrentMap<String, Optional<ObjectNode>> read = new ConcurrentHashMap<>();

    FormFiles(ResourceLoader files, ObjectMapper json) {
        this.files = files;
        this.json = json;
    }

    /** @return a copy to change as one likes, in this language; empty when there is no such form */
    Optional<ObjectNode> form(String module, String name, int version, Locale language) {
        var file = "forms/" + module + "/" + name + (version == 1 ? "" : "." + version);
        return read.computeIfAbsent(file + "." + language.getLanguage(), key -> load(file, language)).map(ObjectNode::deepCopy);
    }

    private Optional<ObjectNode> load(String file, Locale language) {
        return load(file + ".form").map(ObjectNode.class::cast).map(form -> {
            load(file + "." + language.getLanguage() + ".json").ifPresent(overlay -> Overlay.put(form, overlay));
            return form;
        });
    }

    private Optional<JsonNode> load(String path) {
        var file = files.getResource("classpath:" + path);
        if (!file.exists()) {
            return Optional.empty();
        }
        try (var stream = file.getInputStream()) {
            return Optional.of(json.readTree(stream));
        } catch (IOException broken) {
            throw new UncheckedIOException(path, broken);
        }
    }
}
