package org.apusilta.relationship.process;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.relationship.internal.DriftProcess;
import org.apusilta.request.CaseReleased;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the question whose work something is, and lets go of it when its case ends. Codes only. */
@Component
public class ScopeDriftProcess implements DriftProcess {

    private static final String KEY = "scope-drift";

    private final RuntimeService runtime;
    private final TaskService tasks;
    private final Ourselves ourselves;

    ScopeDriftProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, Ourselves ourselves) {
        this.runtime = runtime;
        this.tasks = tasks;
        this.ourselves = ourselves;
    }

    @Override
    public String start(UUID caseId, String major, boolean pressing) {
        return ourselves.call(() -> runtime.createMessageCorrelation("ScopeDriftSeen").processInstanceBusinessKey(caseId.toString())
                .setVariables(Map.of("majorDistrict", major, "urgency", pressing ? "SOON" : "NORMAL")).correlateStartMessage().getId());
    }

    /** @return the instance this task belongs to; the caller's right to the task has been checked */
    public Optional<String> instanceOf(String taskId) {
        return ourselves.call(() -> Optional.ofNullable(tasks.createTaskQuery().taskId(taskId).singleResult()).map(task -> task.getProcessInstanceId()));
    }

    /** With the change of the agreement it may have called. */
    @EventListener
    void on(CaseReleased released) {
        ourselves.call(() -> {
            runtime.createProcessInstanceQuery().processDefinitionKey(KEY).processInstanceBusinessKey(released.caseId().toString()).list()
                    .forEach(open -> runtime.createMessageCorrelation("CaseEnded").processInstanceId(open.getId()).correlate());
            return null;
        });
    }
}
