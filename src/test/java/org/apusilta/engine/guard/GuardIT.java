package org.apusilta.engine.guard;

import static org.apusilta.engine.TestDrawings.DESK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.engine.TestDrawings;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.BadUserRequestException;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@ApusiltaTest
class GuardIT {

    private static final String NAME = "Matti Meikäläinen";

    @Autowired RepositoryService repository;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired HistoryService history;
    @Autowired FilterService filters;
    @LocalServerPort int port;

    private final List<String> deployments = new ArrayList<>();
    private final String key = UUID.randomUUID().toString();

    @BeforeEach
    void deploy() {
        deploy(TestDrawings.desk());
    }

    @AfterEach
    void remove() {
        deployments.forEach(id -> repository.deleteDeployment(id, true));
    }

    @Test
    void whatIsOnTheListIsKept() {
        var instance = start();
        runtime.setVariables(instance, Variables.putValue("outcome", "YES").putValue("day", "2026-11-21").putValue("count", 3)
                .putValue("hours", 2.5).putValue("settled", true).putValue("volunteer", null));
        assertThat(runtime.getVariables(instance)).containsEntry("outcome", "YES").containsEntry("count", 3);
    }

    @Test
    void aStartWithANameIsRefusedAndLeavesNothing() {
        refused(() -> runtime.startProcessInstanceByKey(DESK, key, Map.of("majorDistrict", "7", "clientName", NAME)), "clientName");
        assertThat(history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(key).count()).isZero();
        assertThat(history.createHistoricVariableInstanceQuery().variableName("clientName").count()).isZero();
    }

    @Test
    void aTaskIsNotCompletedWithFreeTextInACode() {
        start();
        var task = tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
        refused(() -> tasks.complete(task.getId(), Map.of("outcome", NAME)), "outcome");
        refused(() -> tasks.complete(task.getId(), Map.of("words_reason", NAME)), "words_reason");
        refused(() -> tasks.setVariableLocal(task.getId(), "note", NAME), "note");
        assertThat(tasks.createTaskQuery().taskId(task.getId()).count()).isOne();
    }

    @Test
    void jsonListsObjectsAndFilesAreRefusedWhateverTheirName() {
        var instance = start();
        refused(() -> runtime.setVariable(instance, "outcome", List.of("YES")), "outcome");
        refused(() -> runtime.setVariable(instance, "outcome",
                Variables.objectValue(List.of("YES")).serializationDataFormat("application/x-java-serialized-object").create()), "outcome");
        refused(() -> runtime.setVariable(instance, "outcome", "{\"name\":\"Matti\"}"), "outcome");
        refused(() -> runtime.setVariable(instance, "outcome",
                Variables.fileValue("YES").file(new ByteArrayInputStream(NAME.getBytes())).create()), "outcome");
    }

    @Test
    void aCaseIsNotHandedToAnotherDistrict() {
        start();
        var task = tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
        refused(() -> tasks.complete(task.getId(), Map.of("majorDistrict", "1")), "majorDistrict");
        refused(() -> tasks.complete(task.getId(), Variables.putValue("majorDistrict", null)), "majorDistrict");
    }

    @Test
    void aMessageCannotBringWords() {
        start();
        refused(() -> runtime.createMessageCorrelation("EngineTestStop").processInstanceBusinessKey(key)
                .setVariable("reason", NAME).correlate(), "reason");
        assertThat(runtime.createProcessInstanceQuery().processInstanceBusinessKey(key).count()).isOne();
    }

    @Test
    void neitherCanTheDrawingItself() {
        deploy(Bpmn.createExecutableProcess("engine-test-desk").startEvent()
                .serviceTask("write").camundaExpression("${execution.setVariable('clientName', 'Matti')}").endEvent().done());
        refused(() -> runtime.startProcessInstanceByKey(DESK, key), "clientName");
        deploy(Bpmn.createExecutableProcess("engine-test-desk").startEvent()
                .serviceTask("write").camundaExpression("${'Matti'}").camundaResultVariable("result").endEvent().done());
        refused(() -> runtime.startProcessInstanceByKey(DESK, key), "result");
        deploy(Bpmn.createExecutableProcess("engine-test-desk").startEvent()
                .userTask("write").camundaInputParameter("local", "Matti").endEvent().done());
        refused(() -> runtime.startProcessInstanceByKey(DESK, key), "local");
    }

    @Test
    void theEnginesOwnCountersPass() {
        deploy(Bpmn.createExecutableProcess("engine-test-desk").startEvent()
                .userTask("many").multiInstance().parallel().cardinality("3").multiInstanceDone().endEvent().done());
        runtime.startProcessInstanceByKey(DESK, key);
        assertThat(tasks.createTaskQuery().processInstanceBusinessKey(key).count()).isEqualTo(3);
    }

    @Test
    void aProcessWithoutAListKeepsNothing() {
        deploy(Bpmn.createExecutableProcess("engine-test-unlisted").startEvent().userTask().endEvent().done());
        refused(() -> runtime.startProcessInstanceByKey("engine-test-unlisted", key, Map.of("outcome", "YES")), "outcome");
        runtime.startProcessInstanceByKey("engine-test-unlisted", key);
    }

    @Test
    void batchesThatHideTheirVariablesAreForbidden() {
        var instance = start();
        forbidden(() -> runtime.setVariablesAsync(List.of(instance), Map.of("clientName", NAME)));
        forbidden(() -> runtime.createMessageCorrelationAsync("EngineTestStop").processInstanceIds(List.of(instance))
                .setVariable("clientName", NAME).correlateAllAsync());
        var definition = repository.createProcessDefinitionQuery().processDefinitionKey(DESK).latestVersion().singleResult().getId();
        forbidden(() -> runtime.createMigrationPlan(definition, definition).mapEqualActivities().setVariables(Map.of("clientName", NAME)).build());
        assertThat(runtime.createMigrationPlan(definition, definition).mapEqualActivities().build().getInstructions()).isNotEmpty();
    }

    @Test
    void commentsAttachmentsAndTasksOutsideAProcessAreForbiddenToEverybody() {
        start();
        var task = tasks.createTaskQuery().processInstanceBusinessKey(key).singleResult();
        forbidden(() -> tasks.createComment(task.getId(), task.getProcessInstanceId(), NAME));
        forbidden(() -> tasks.createAttachment("text", task.getId(), task.getProcessInstanceId(), NAME, NAME, "https://example.org"));
        forbidden(() -> tasks.newTask());
        assertThat(tasks.getTaskComments(task.getId())).isEmpty();
    }

    @Test
    void anExpressionInAQueryThatSomebodySendsIsNeverRun() {
        var run = "${environment.getProperty('java.home')}";
        assertThatThrownBy(() -> tasks.createTaskQuery().taskAssigneeExpression(run).count()).isInstanceOf(BadUserRequestException.class);
        assertThatThrownBy(() -> tasks.createTaskQuery().or().taskAssigneeExpression(run).taskName("a").endOr().count())
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining("Not allowed here");
        var filter = filters.createTaskFilterQuery().list().get(0).getId();
        assertThatThrownBy(() -> filters.list(filter, tasks.createTaskQuery().or().dueBeforeExpression(run).taskName("a").endOr()))
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining("Not allowed here");
        assertThatThrownBy(() -> filters.count(filter, tasks.createTaskQuery().or().dueBeforeExpression(run).taskName("a").endOr()))
                .isInstanceOf(BadUserRequestException.class).hasMessageContaining("Not allowed here");
        assertThat(tasks.createTaskQuery().or().taskName("a").taskAssignee("b").endOr().count()).isZero();
        assertThat(filters.count(filter, tasks.createTaskQuery().or().taskName("a").taskAssignee("b").endOr())).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'orQueries':[{'assigneeExpression':'%s','name':'a'}]}", "{'assigneeExpression':'%s'}",
        "{'orQueries':[{'dueBeforeExpression':'%s'},{'candidateGroupsExpression':'%s'}]}"})
    void norWhenItComesThroughTheDoor(String query) {
        // it would throw if it ran, and the answer would be another; and a property that is read would show that it did
        System.clearProperty("apusilta.ran");
        var body = query.formatted(RUN, RUN).replace('\'', '"').replace("~", "'");
        for (var who : List.of("coordinator-east", "lead", "admin", "social-worker")) {
            var caller = Caller.basic(port, who);
            for (var path : List.of("/engine-rest/task", "/engine-rest/task/count", "/engine-rest/engine/default/task")) {
                var answer = caller.post(path, body);
                assertThat(answer.statusCode()).as(answer.body()).isBetween(400, 403);
            }
        }
        var filter = filters.createTaskFilterQuery().list().get(0).getId();
        var tasklist = Caller.tasklist(port, "coordinator-east");
        for (var path : List.of("/camunda/api/engine/engine/default/filter/" + filter + "/list", "/camunda/api/engine/engine/default/filter/" + filter + "/count",
                "/camunda/api/engine/engine/default/filter/" + filter + "/singleResult", "/camunda/api/engine/engine/default/task")) {
            assertThat(tasklist.post(path, body).statusCode()).as(path).isBetween(400, 403);
        }
        assertThat(System.getProperty("apusilta.ran")).isNull();
        assertThat(tasklist.post("/camunda/api/engine/engine/default/filter/" + filter + "/list", "{\"orQueries\":[{\"name\":\"a\"}]}").statusCode()).isEqualTo(200);
    }

    /** Leaves a trace if it ever runs: an expression reaches every bean, and from there everything. */
    private static final String RUN = "${environment.getSystemProperties().put(~apusilta.ran~, ~yes~)}";

    @ParameterizedTest
    @ValueSource(strings = {"javascript", "juel", "groovy", "feel"})
    void aDrawingWithAScriptIsNotDeployed(String language) {
        assertThatThrownBy(() -> deploy(Bpmn.createExecutableProcess("engine-test-script").startEvent()
                .scriptTask("compute").scriptFormat(language).scriptText("1").endEvent().done())).hasMessageContaining("Scripts are off");
        assertThatThrownBy(() -> deploy(Bpmn.readModelFromStream(new ByteArrayInputStream(CONDITION.formatted(language).getBytes()))))
                .hasMessageContaining("Scripts are off");
    }

    private static final String CONDITION = """
            <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="t">
              <process id="engine-test-condition" isExecutable="true">
                <startEvent id="a"/><sequenceFlow id="f" sourceRef="a" targetRef="g"/><exclusiveGateway id="g"/>
                <sequenceFlow id="h" sourceRef="g" targetRef="e"><conditionExpression xsi:type="tFormalExpression" language="%s">true</conditionExpression></sequenceFlow>
                <endEvent id="e"/>
              </process>
            </definitions>""";

    private String start() {
        return runtime.startProcessInstanceByKey(DESK, key, Map.of("majorDistrict", "7")).getId();
    }

    private void deploy(BpmnModelInstance model) {
        deployments.add(TestDrawings.deploy(repository, model));
    }

    private static void refused(ThrowingCallable write, String variable) {
        assertThatThrownBy(write).isInstanceOf(ProcessEngineException.class)
                .hasMessageContaining("'" + variable + "'").hasMessageNotContaining("Matti");
    }

    private static void forbidden(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(AuthorizationException.class).hasMessageContaining("Not allowed here");
    }
}
