package org.apusilta.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apusilta.ApusiltaTest;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.transaction.support.TransactionTemplate;

/** JPA, our SQL and the engine share one transaction: whatever fails in the middle, neither side keeps anything. */
@ApusiltaTest
class OneTransactionIT {

    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired HistoryService history;
    @Autowired EntityManager jpa;
    @Autowired TransactionTemplate transaction;
    @Autowired Listening listening;
    @Autowired Words words;
    @Autowired CaseSteps steps;

    private final UUID caseId = UUID.randomUUID();
    private String deployment;

    @BeforeEach
    void deploy() {
        var failing = Bpmn.createExecutableProcess("engine-test-failing").startEvent().userTask("first")
                .serviceTask("fail").camundaExpression("${execution.setVariable('clientName', 'Matti')}").endEvent().done();
        deployment = TestDrawings.deploy(repository, TestDrawings.desk(), failing);
    }

    @AfterEach
    void remove() {
        repository.deleteDeployment(deployment, true);
    }

    @Test
    void whenOurCodeFailsTheEngineKeepsNothing() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            write("ours");
            runtime.startProcessInstanceByKey(TestDrawings.DESK, caseId.toString(), Map.of("majorDistrict", "7"));
            throw new IllegalStateException("in the middle");
        })).hasMessage("in the middle");
        nothingIsLeft();
    }

    @Test
    void whenTheDatabaseRefusesOurRowTheEngineKeepsNothing() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            runtime.startProcessInstanceByKey(TestDrawings.DESK, caseId.toString(), Map.of("majorDistrict", "7"));
            write("x".repeat(4_001));
        })).isInstanceOf(PersistenceException.class).rootCause()
                .as("the database quotes no row in its errors").hasMessageNotContaining("Failing row").hasMessageNotContaining("xxx");
        nothingIsLeft();
    }

    @Test
    void whenTheEngineFailsWeKeepNothing() {
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            write("ours");
            runtime.startProcessInstanceByKey(TestDrawings.DESK, caseId.toString(), Map.of("clientName", "Matti"));
        })).hasMessageContaining("clientName");
        nothingIsLeft();
    }

    @Test
    void whenALaterStepFailsTheOneBeforeItIsUndoneToo() {
        var instance = runtime.startProcessInstanceByKey("engine-test-failing", caseId.toString());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            write("ours");
            runtime.createProcessInstanceModification(instance.getId()).cancelAllForActivity("first").startBeforeActivity("fail").execute();
        })).hasMessageContaining("clientName");
        assertThat(words.of(caseId)).isEmpty();
        assertThat(steps.current(List.of(caseId)).get(caseId)).singleElement().satisfies(step -> {
            assertThat(step.step()).isEqualTo("first");
            assertThat(step.leftAt()).isNull();
        });
    }

    @Test
    void whatSucceedsIsKeptByBoth() {
        transaction.executeWithoutResult(status -> {
            write("ours");
            runtime.startProcessInstanceByKey(TestDrawings.DESK, caseId.toString(), Map.of("majorDistrict", "7"));
        });
        assertThat(words.of(caseId)).hasSize(1);
        assertThat(steps.of(caseId)).hasSize(1);
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).count()).isOne();
    }

    @Test
    void whoAnswersWhatIsNoLongerWaitedForIsTriedAgain() {
        var instance = runtime.startProcessInstanceByKey("engine-test-failing", caseId.toString());
        var tries = new AtomicInteger();
        assertThatThrownBy(() -> Twice.tried(() -> {
            tries.incrementAndGet();
            runtime.messageEventReceived("SomebodyAnswered", instance.getId());
            return null;
        })).isInstanceOf(ProcessEngineException.class);
        assertThat(tries).as("the words of the engine that Twice knows this by").hasValue(3);
        runtime.deleteProcessInstance(instance.getId(), "tried");
    }

    @Test
    void anAnswerIsNotKeptWhenItsStepWasLeftMeanwhile() {
        var instance = runtime.startProcessInstanceByKey("engine-test-failing", caseId.toString());
        assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
            write("ours");
            listening.mustHear(instance.getId(), "SomebodyAnswered", Map.of());
        })).isInstanceOf(ConcurrencyFailureException.class);
        assertThat(words.of(caseId)).isEmpty();
        runtime.deleteProcessInstance(instance.getId(), "tried");
    }

    private void write(String text) {
        jpa.createNativeQuery("""
                INSERT INTO apusilta.words (case_id, task_id, task_key, field, text, author, written_at)
                VALUES (:case, 't', 'decide', 'note', :text, 'test', now())""")
                .setParameter("case", caseId).setParameter("text", text).executeUpdate();
    }

    private void nothingIsLeft() {
        assertThat(words.of(caseId)).isEmpty();
        assertThat(steps.of(caseId)).isEmpty();
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).count()).isZero();
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).count()).isZero();
    }
}
