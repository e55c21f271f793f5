package org.apusilta.journey;

import static org.assertj.core.api.SoftAssertions.assertSoftly;

import java.util.stream.Collectors;
import org.apusilta.ApusiltaTest;
import org.camunda.bpm.engine.RepositoryService;
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
    void everyNodeAndEveryBranchIsWalkedBySomeTest() {
        var ours = java.util.Set.of("help-request", "clarify-request", "find-volunteer", "make-agreement", "support-relationship");
        assertSoftly(softly -> ours.forEach(process -> {
            var model = repository.getBpmnModelInstance(
                    repository.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult().getId());
            var taken = paths.of(process);
            softly.assertThat(model.getModelElementsByType(FlowNode.class).stream().map(FlowNode::getId).filter(id -> !taken.contains(id))
                    .collect(Collectors.toSet())).as("nodes of " + process + " that no test entered").isEmpty();
            softly.assertThat(model.getModelElementsByType(SequenceFlow.class).stream().map(SequenceFlow::getId).filter(id -> !taken.contains(id))
                    .collect(Collectors.toSet())).as("flows of " + process + " that no test took").isEmpty();
        }));
    }
}
