package org.apusilta.engine.tasklist;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Camunda falls back to another language in silence when a label is missing, so only a test finds it. */
class CamundaLocalesTests {

    private static final String APPS = "META-INF/resources/webjars/camunda/app/";
    private static final Pattern MUST_STAY = Pattern.compile("\\{\\{[^}]*}}|%[a-z]|</?(?:a|br)\\b[^>]*>|&[a-z]+;");
    /** Labels that are the same word in the other language, and signs. */
    private static final Map<String, Set<String>> SAME = Map.of(
            "fi", Set.of("SEARCH_LESS_THAN", "SEARCH_LESS_THAN_EQUALS", "SEARCH_GREATER_THAN", "SEARCH_GREATER_THAN_EQUALS"),
            "sv", Set.of("SEARCH_LESS_THAN", "SEARCH_LESS_THAN_EQUALS", "SEARCH_GREATER_THAN", "SEARCH_GREATER_THAN_EQUALS",
                    "DIAGRAM", "FILTER"));

    @ParameterizedTest
    @CsvSource({"tasklist, fi", "tasklist, sv", "welcome, fi", "welcome, sv"})
    void everyLabelOfCamundaIsSaidInOurWords(String app, String language) {
        var theirs = texts(locale(app, "en").path("labels"));
        var labels = texts(locale(app, language).path("labels"));

        assertThat(labels.keySet()).isEqualTo(theirs.keySet());
        assertThat(labels).allSatisfy((key, text) -> {
            assertThat(kept(text)).as(key).isEqualTo(kept(theirs.get(key)));
            if (!text.isEmpty() && !SAME.get(language).contains(key)) {
                assertThat(text).as(key).isNotEqualTo(theirs.get(key));
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"tasklist, fi", "tasklist, sv"})
    void datesReadAsPeopleWriteThem(String app, String language) {
        var ours = locale(app, language).path("dateLocales");
        var theirs = locale(app, "en").path("dateLocales");

        assertThat(fields(ours)).isEqualTo(fields(theirs));
        for (String list : List.of("months", "monthsShort", "weekdays", "weekdaysMin", "weekdaysShort")) {
            assertThat(ours.path(list)).as(list).hasSameSizeAs(theirs.path(list)).isNotEqualTo(theirs.path(list));
        }
        assertThat(ours.path("longDateFormat").path("L").asText()).isEqualTo("D.M.YYYY");
    }

    /** Camunda's own file begins with a byte order mark, which Jackson refuses. */
    private static JsonNode locale(String app, String language) {
        URL file = CamundaLocalesTests.class.getClassLoader().getResource(APPS + app + "/locales/" + language + ".json");
        try (var in = file.openStream()) {
            var json = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ObjectMapper().readTree(json.startsWith("\uFEFF") ? json.substring(1) : json);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Map<String, String> texts(JsonNode labels) {
        var texts = new TreeMap<String, String>();
        labels.fields().forEachRemaining(label -> texts.put(label.getKey(), label.getValue().asText()));
        return texts;
    }

    /** @return what a translation must not change: placeholders, tags, entities */
    private static List<String> kept(String text) {
        return MUST_STAY.matcher(text).results().map(MatchResult::group).sorted().toList();
    }

    private static Set<String> fields(JsonNode node) {
        var names = new TreeSet<String>();
        node.fields().forEachRemaining(field -> {
            names.add(field.getKey());
            fields(field.getValue()).forEach(below -> names.add(field.getKey() + "." + below));
        });
        return names;
    }
}
