package org.apusilta.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.FileInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationListener;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each decision table against a CSV of its own ({@code src/test/resources/decisions/<key>.csv}: inputs, then {@code =} and the
 * outputs; empty is null). Every rule must be hit by some line, the catch-all too.
 */
class DecisionTests {

    static List<Path> tables() {
        return Models.files(".dmn");
    }

    @ParameterizedTest
    @MethodSource("tables")
    void decidesAsItsCsvSaysAndEveryRuleIsTried(Path file) throws Exception {
        var decision = Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class).iterator().next();
        var hit = new HashSet<String>();
        var configuration = DmnEngineConfiguration.createDefaultDmnEngineConfiguration();
        configuration.getCustomPostDecisionTableEvaluationListeners().add(
                (DmnDecisionTableEvaluationListener) event -> event.getMatchingRules().forEach(rule -> hit.add(rule.getId())));
        var engine = configuration.buildEngine();
        var lines = Files.readAllLines(Path.of("src/test/resources/decisions", decision.getId() + ".csv"));
        var header = lines.get(0).split(",", -1);
        assertSoftly(softly -> lines.stream().skip(1).filter(line -> !line.isBlank()).forEach(line -> {
            var cells = line.split(",", -1);
            var inputs = new LinkedHashMap<String, Object>();
            var expected = new LinkedHashMap<String, Object>();
            for (int i = 0; i < header.length; i++) {
                if (header[i].startsWith("=")) {
                    expected.put(header[i].substring(1), value(cells[i]));
                } else {
                    inputs.put(header[i], value(cells[i]));
                }
            }
            try (var in = new FileInputStream(file.toFile())) {
                Map<String, Object> result = engine.evaluateDecisionTable(decision.getId(), in, inputs).getSingleResult().getEntryMap();
                softly.assertThat(result).as(line).isEqualTo(expected);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }));
        var rules = ((DecisionTable) decision.getExpression()).getRules().stream().map(r -> r.getId()).toList();
        assertThat(hit).as("rules of " + decision.getId() + " that some line tries").containsExactlyInAnyOrderElementsOf(rules);
    }

    @Test
    void tablesEndWithACatchAllAndAreNamedLikeTheirFile() {
        assertSoftly(softly -> tables().forEach(file -> {
            var decision = Dmn.readModelFromFile(file.toFile()).getModelElementsByType(Decision.class).iterator().next();
            softly.assertThat(decision.getId().replaceAll("([A-Z])", "-$1").toLowerCase() + ".dmn").isEqualTo(file.getFileName().toString());
            softly.assertThat(decision.getCamundaHistoryTimeToLiveString()).as(decision.getId()).isEqualTo("P180D");
            var table = (DecisionTable) decision.getExpression();
            softly.assertThat(table.getHitPolicy()).isEqualTo(HitPolicy.FIRST);
            var last = table.getRules().stream().reduce((a, b) -> b).orElseThrow();
            softly.assertThat(last.getInputEntries()).as(decision.getId() + " catch-all").allMatch(e -> e.getTextContent().isBlank());
        }));
    }

    private static Object value(String cell) {
        if (cell.isEmpty()) {
            return null;
        }
        if (cell.matches("-?\\d+")) {
            return Integer.valueOf(cell);
        }
        if (cell.matches("-?\\d+\\.\\d+")) {
            return Double.valueOf(cell);
        }
        return cell.equals("true") || cell.equals("false") ? Boolean.valueOf(cell) : cell;
    }
}
