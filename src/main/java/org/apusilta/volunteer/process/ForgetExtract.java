package org.apusilta.volunteer.process;

import java.util.List;
import java.util.Set;
import org.apusilta.engine.CaseSteps;
import org.apusilta.engine.Ourselves;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Takes out of the engine's history and of our timeline what was chosen at an extract that gave no permission, and how often one was asked for. */
@Component
class ForgetExtract {

    private static final List<String> CHOSEN = List.of("checkDecision", "extractIssuedOn");

    private final HistoryService history;
    private final CaseSteps steps;
    private final Ourselves ourselves;

    ForgetExtract(@Lazy HistoryService history, CaseSteps steps, Ourselves ourselves) {
        this.history = history;
        this.steps = steps;
        this.ourselves = ourselves;
    }

    void of(DelegateExecution execution) {
        var instance = execution.getProcessInstanceId();
        steps.forget(instance, Set.of("requestExtract", "checkExtract"));
        ourselves.call(() -> {
            for (var name : CHOSEN) {
                history.createHistoricVariableInstanceQuery().processInstanceId(instance).variableName(name).includeDeleted().list().forEach(one -> history.deleteHistoricVariableInstance(one.getId()));
            }
            return null;
        });
    }
}
