package org.apusilta.benchmark;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** {@code target/benchmark/results.json}: a list of {@link Figure}s. A run of one benchmark takes the place of its own figures only. */
final class Results {

    static final Path FILE = Path.of("target/benchmark/results.json");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path file;

    Results(Path file) {
        this.file = file;
    }

    List<Figure> read() {
        try {
            return Files.exists(file) ? JSON.readValue(file.toFile(), new TypeReference<>() {}) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param figures all of this benchmark's */
    void put(String benchmark, List<Figure> figures) {
        var all = new ArrayList<>(read());
        all.removeIf(one -> one.benchmark().equals(benchmark));
        all.addAll(figures);
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            var next = file.resolveSibling(file.getFileName() + ".new");
            JSON.writeValue(next.toFile(), all);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
