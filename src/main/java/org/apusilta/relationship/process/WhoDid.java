package org.apusilta.relationship.process;

import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/** Who completed a step last in this process instance. */
final class WhoDid {

    private WhoDid() {}

    /** @return the account, null when nobody had claimed it */
    static @Nullable String last(HistoryService history, DelegateExecution execution, String step) {
        var done = history.createHistoricTaskInstanceQuery().processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey(step).finished().orderByHistoricTaskInstanceEndTime().desc().listPage(0, 1);
        return done.isEmpty() ? null : done.get(0).getAssignee();
    }
}
