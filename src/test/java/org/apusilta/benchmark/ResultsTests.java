package org.apusilta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the benchmark writes and how it counts; the benchmarks themselves are run by {@code -Pbenchmark} only. */
class ResultsTests {

    @TempDir Path folder;

    @Test
    void eachFigureIsAnEntryWithFiveFields() throws Exception {
        var file = folder.resolve("new/results.json");
        new Results(file).put("booking", List.of(Figure.of("booking", 9029.4321, "bookings/s", 13112), Figure.alone("booking.hot", 12.5, "bookings/s")));

        var written = new ObjectMapper().readTree(file.toFile());
        assertThat(written.toString()).isEqualTo("[{\"name\":\"booking\",\"value\":9029.0,\"unit\":\"bookings/s\",\"baseline\":13110.0,\"ratio\":0.6886},"
                + "{\"name\":\"booking.hot\",\"value\":12.5,\"unit\":\"bookings/s\",\"baseline\":null,\"ratio\":null}]");
    }

    @Test
    void oneBenchmarkRunAgainKeepsTheOthersFigures() throws Exception {
        var results = new Results(folder.resolve("results.json"));
        results.put("start", List.of(Figure.of("start", 9, "s", 8)));
        results.put("match-batch", List.of(Figure.of("match-batch", 1, "ms", 4), Figure.of("match-batch.scarce", 3, "ms", 4)));
        results.put("match-batch", List.of(Figure.of("match-batch", 2, "ms", 4)));

        assertThat(results.read()).containsExactly(Figure.of("start", 9, "s", 8), Figure.of("match-batch", 2, "ms", 4));
        assertThat(Files.list(folder)).containsExactly(folder.resolve("results.json"));
    }

    @Test
    void mediansAndPercentilesAreThoseOfTheSamples() {
        var samples = new Samples();
        for (int i = 100; i > 0; i--) {
            samples.add(i);
        }
        assertThat(samples.median()).isEqualTo(50.5);
        assertThat(samples.percentile(95)).isEqualTo(95);
        samples.add(1000);
        assertThat(samples.median()).isEqualTo(51);
        assertThat(samples.percentile(100)).isEqualTo(1000);
    }
}
