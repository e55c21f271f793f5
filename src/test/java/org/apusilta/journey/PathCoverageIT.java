package org.apusilta.journey;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apusilta.contract.Models;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Test;

/**
 * Runs after all others (an execution of its own in {@code pom.xml}) and asks of them together: has every flow node and every flow
 * of every process been taken by some test? Alone it looks at the last run.
 */
class PathCoverageIT {

    /** A file of each JVM that ran tests: a process and one of its elements on each line. */
    static final Path NOTES = Path.of("target", "paths-taken");

    @Test
    void everyNodeAndEveryBranchIsWalkedBySomeTest() throws IOException {
        var taken = taken();
        var report = new StringBuilder("| process | nodes walked | branches walked |\n|---|---|---|\n");
        assertSoftly(softly -> Models.drawings().values().forEach(model -> {
            var process = Models.process(model).getId();
            var walked = taken.getOrDefault(process, Set.of());
            var nodes = model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList();
            // from an event-based gateway the engine goes straight into the event that happened: that node is demanded above
            var flows = model.getModelElementsByType(SequenceFlow.class).stream().filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                    .map(SequenceFlow::getId).toList();
            softly.assertThat(walked).as("nodes of " + process).containsAll(nodes);
            softly.assertThat(walked).as("branches of " + process).containsAll(flows);
            report.append("| %s | %s | %s |\n".formatted(process, of(nodes, walked), of(flows, walked)));
        }));
        Files.writeString(Path.of("target", "process-coverage.md"), report);
    }

    private static Map<String, Set<String>> taken() throws IOException {
        var all = new TreeMap<String, Set<String>>();
        try (var files = Files.list(NOTES)) {
            for (var file : files.toList()) {
                Files.readAllLines(file).stream().map(line -> line.split(" ")).forEach(line -> all.computeIfAbsent(line[0], p -> new TreeSet<>()).add(line[1]));
            }
        }
        return all;
    }

    private static String of(List<String> elements, Set<String> walked) {
        return elements.stream().filter(walked::contains).count() + " of " + elements.size();
    }
}
