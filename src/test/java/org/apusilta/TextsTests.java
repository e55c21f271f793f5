package org.apusilta;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Finnish, Swedish and English are equal (R56, R59): the same keys, the same placeholders, nothing empty. */
class TextsTests {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\d+[^}]*}");

    @Test
    void everyBundleIsCompleteInThreeLanguages() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/i18n"))) {
            var finnish = files.filter(f -> f.getFileName().toString().endsWith("_fi.properties")).sorted().toList();
            assertSoftly(softly -> {
                softly.assertThat(finnish).isNotEmpty();
                finnish.forEach(fi -> {
                    var expected = load(fi);
                    for (String language : new String[] {"sv", "en"}) {
                        var file = fi.resolveSibling(fi.getFileName().toString().replace("_fi", "_" + language));
                        var texts = load(file);
                        softly.assertThat(texts.stringPropertyNames()).as(file.toString()).isEqualTo(expected.stringPropertyNames());
                        expected.stringPropertyNames().forEach(key -> {
                            softly.assertThat(texts.getProperty(key, "")).as(file + " " + key).isNotBlank();
                            softly.assertThat(placeholders(texts.getProperty(key, ""))).as(file + " " + key).isEqualTo(placeholders(expected.getProperty(key)));
                        });
                    }
                });
            });
        }
    }

    /** A key that stands twice hides its first text: two changes were merged, and one of them is lost. */
    @Test
    void noKeyStandsTwice() throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/i18n"))) {
            assertSoftly(softly -> files.forEach(file -> {
                try (var lines = Files.lines(file)) {
                    softly.assertThat(lines.filter(line -> line.matches("[\\w.-]+=.*")).map(line -> line.substring(0, line.indexOf('=')))).as(file.toString()).doesNotHaveDuplicates();
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
        }
    }

    private static java.util.Set<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(r -> r.group().replaceAll("[,}].*", "")).collect(java.util.stream.Collectors.toSet());
    }

    private static Properties load(Path file) {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return texts;
    }
}
