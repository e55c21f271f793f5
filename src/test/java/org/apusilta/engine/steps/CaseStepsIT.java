package org.apusilta.engine.steps;

import static org.apusilta.engine.TestDrawings.DESK;
import static org.apusilta.engine.TestDrawings.PARENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.CaseSteps;
import org.apusilta.engine.CaseSteps.Step;
import org.apusilta.engine.TestDrawings;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ApusiltaTest
class CaseStepsIT {

    @Autowired CaseSteps steps;
    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired TransactionTemplate transaction;

    private final UUID caseId = UUID.randomUUID();
    private String deployment;

    @BeforeEach
    void deploy() {
        deployment = TestDrawings.deploy(repository, TestDrawings.desk(), TestDrawings.parent());
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void whereTheTokenStandsIsKnownInTheParentAndInTheCalledProcess() {
        start(PARENT);
        assertThat(current()).extracting(Step::process, Step::step, Step::type).containsExactly(
                tuple(PARENT, "callDesk", "callActivity"), tuple(DESK, "decide", "userTask"));
        complete();
        assertThat(current()).extracting(Step::step).containsExactly("awaitWord");
        runtime.createMessageCorrelation("EngineTestWord").processInstanceBusinessKey(caseId.toString()).correlate();

        assertThat(steps.of(caseId)).extracting(Step::step).containsExactly("callDesk", "decide", "decided", "awaitWord", "over");
        assertThat(steps.of(caseId)).allSatisfy(step -> assertThat(step.leftAt()).isNotNull().isAfterOrEqualTo(step.enteredAt()))
                .noneMatch(Step::cancelled);
        assertThat(current()).extracting(Step::step, Step::type).containsExactly(tuple("over", "noneEndEvent"));
    }

    @Test
    void aStepThatSomethingInterruptsIsCancelled() {
        start(DESK);
        runtime.createMessageCorrelation("EngineTestStop").processInstanceBusinessKey(caseId.toString()).correlate();
        assertThat(steps.of(caseId)).extracting(Step::step, Step::cancelled)
                .containsExactly(tuple("decide", true), tuple("stopped", false));
    }

    @Test
    void anInstanceThatIsDeletedLeavesNoOpenStep() {
        var instance = start(PARENT);
        runtime.deleteProcessInstance(instance, "test");
        assertThat(steps.of(caseId)).isNotEmpty().allSatisfy(step -> {
            assertThat(step.leftAt()).isNotNull();
            assertThat(step.cancelled()).isTrue();
        });
    }

    @Test
    void whatTheEngineRollsBackWasNeverThere() {
        start(DESK);
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            complete();
            throw new IllegalStateException("in the middle");
        })).hasMessage("in the middle");
        assertThat(current()).extracting(Step::step).containsExactly("decide");
    }

    @Test
    void aProcessThatIsAboutNoCaseLeavesNoStep() {
        runtime.startProcessInstanceByKey(DESK, "no case", Map.of("majorDistrict", "7"));
        runtime.startProcessInstanceByKey(DESK, Map.of("majorDistrict", "7"));
        assertThat(steps.current(List.of())).isEmpty();
        assertThat(steps.current(List.of(caseId))).isEmpty();
    }

    private String start(String process) {
        return runtime.startProcessInstanceByKey(process, caseId.toString(), Map.of("majorDistrict", "7")).getId();
    }

    private void complete() {
        tasks.complete(tasks.createTaskQuery().processInstanceBusinessKey(caseId.toString()).singleResult().getId());
    }

    private List<Step> current() {
        return steps.current(List.of(caseId)).get(caseId);
    }
}
