package org.apusilta.journey;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apusilta.ApusiltaTest;
import org.apusilta.contract.Models;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Runs after all others ({@code junit-platform.properties} orders classes) and asks of them together: has every flow node and
 * every flow of every process been taken by some test? Alone it can only fail: run {@code ./mvnw verify}.
 */
@ApusiltaTest
@Order(Integer.MAX_VALUE)
class PathCoverageIT {

    @Autowired PathsTaken paths;
    @Autowired RepositoryService repository;

    @Test
    void everyNodeAndEveryBranchIsWalkedBySomeTest() throws IOException {
        var report = new StringBuilder("| process | nodes walked | branches walked |\n|---|---|---|\n");
        assertSoftly(softly -> Models.drawings().values().stream().map(model -> Models.process(model).getId()).forEach(process -> {
            var model = repository.getBpmnModelInstance(
                    repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId());
            var nodes = model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).toList();
            // from an event-based gateway the engine goes straight into the event that happened: that node is demanded above
            var flows = model.getModelElementsByType(SequenceFlow.class).stream().filter(flow -> !(flow.getSource() instanceof EventBasedGateway))
                    .map(SequenceFlow::getId).toList();
            softly.assertThat(paths.of(process)).as("nodes of " + process).containsAll(nodes);
            softly.assertThat(paths.of(process)).as("branches of " + process).containsAll(flows);
            report.append("| %s | %s | %s |\n".formatted(process, walked(process, nodes), walked(process, flows)));
        }));
        Files.writeString(Path.of("target", "process-coverage.md"), report);
    }

    private String walked(String process, List<String> elements) {
        return elements.stream().filter(paths.of(process)::contains).count() + " of " + elements.size();
    }
}
