package org.apusilta.engine;

import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;

/** Small processes for the engine's own tests, deployed and removed by them. */
public final class TestDrawings {

    public static final String DESK = "engine-test-desk";
    public static final String PARENT = "engine-test-parent";

    private TestDrawings() {}

    /** One task for the coordinators of {@code majorDistrict}; the message Stop ends it at any moment. */
    public static BpmnModelInstance desk() {
        var process = Bpmn.createExecutableProcess(DESK);
        process.eventSubProcess("stop").startEvent("stopAsked").interrupting(true).message("EngineTestStop").endEvent("stopped");
        return process.startEvent("asked").userTask("decide").name("Decide").camundaFormKey("camunda-forms:/forms/enginetest/decide/1")
                .camundaCandidateGroups("coordinators-${majorDistrict}")
                .endEvent("decided").done();
    }

    /** Calls {@link #desk()} and waits for a message afterwards. */
    public static BpmnModelInstance parent() {
        return Bpmn.createExecutableProcess(PARENT).startEvent("begun")
                .callActivity("callDesk").calledElement(DESK).camundaInBusinessKey("#{execution.processBusinessKey}").camundaIn("majorDistrict", "majorDistrict")
                .receiveTask("awaitWord").message("EngineTestWord").endEvent("over").done();
    }

    /** @return id of the deployment, to be deleted with everything that ran */
    public static String deploy(RepositoryService repository, BpmnModelInstance... models) {
        var deployment = repository.createDeployment().name("engine-test");
        for (int i = 0; i < models.length; i++) {
            deployment.addModelInstance("engine-test-" + i + ".bpmn", models[i]);
        }
        return deployment.deploy().getId();
    }
}
