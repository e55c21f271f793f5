package org.apusilta.casefile.process;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.casefile.AdHocTasks;
import org.apusilta.engine.Ourselves;
import org.apusilta.request.CaseReleased;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts what was asked for, and lets go of it when its case ends: all but what a death leaves to people. Codes only. */
@Component
public class AdHocTaskProcess {

    static final String KEY = "adhoc-task";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Ourselves ourselves;

    AdHocTaskProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, Ourselves ourselves) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.ourselves = ourselves;
    }

    /** @param urgency NORMAL, SOON or URGENT @return the engine's instance id */
    public String start(UUID caseId, String major, String kind, String urgency) {
        return ourselves.call(() -> runtime.createMessageCorrelation("AdHocTaskAsked").processInstanceBusinessKey(caseId.toString())
                .setVariables(Map.of("majorDistrict", major, "adHocKind", kind, "urgency", urgency)).correlateStartMessage().getId());
    }

    /** @return whether this instance still runs */
    public boolean runs(String instanceId) {
        return ourselves.call(() -> runtime.createProcessInstanceQuery().processInstanceId(instanceId).count() > 0);
    }

    /** @return the instance this task belongs to; the caller's right to the task has been checked */
    public Optional<String> instanceOf(String taskId) {
        return ourselves.call(() -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult()).map(task -> task.getProcessInstanceId()));
    }

    @EventListener
    void on(CaseReleased released) {
        if (released.ended()) {
            ourselves.call(() -> {
                runtime.createProcessInstanceQuery().processDefinitionKey(KEY).processInstanceBusinessKey(released.caseId().toString())
                        .variableValueNotEquals("adHocKind", AdHocTasks.Kind.AFTER_DEATH.name()).list()
                        .forEach(open -> runtime.createMessageCorrelation("CaseEnded").processInstanceId(open.getId()).correlate());
                return null;
            });
        }
    }
}
