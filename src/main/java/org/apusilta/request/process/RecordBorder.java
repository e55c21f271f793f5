package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.internal.BorderPieces;
import org.apusilta.request.internal.ChangedRequests;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps what the coordinator decided on each piece, and says what the pieces come to: the border is a recorded decision (R7). */
@Component
class RecordBorder implements JavaDelegate {

    private final BorderPieces border;
    private final HistoryService history;
    private final ChangedRequests changes;
    private final BorderDecision decision;

    RecordBorder(BorderPieces border, HistoryService history, ChangedRequests changes, BorderDecision decision) {
        this.border = border;
        this.history = history;
        this.changes = changes;
        this.decision = decision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var screened = history.createHistoricTaskInstanceQuery().processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey("screenRequest").finished().orderByHistoricTaskInstanceEndTime().desc().listPage(0, 1);
        var by = screened.isEmpty() || screened.get(0).getAssignee() == null ? "-" : screened.get(0).getAssignee();
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        if (!screened.isEmpty() && changes.since(caseId, screened.get(0).getEndTime().toInstant())) {
            border.sort(caseId, decision::side);
            execution.setVariable("screeningOutcome", null);   // decided on what was asked before: a person looks again
        }
        execution.setVariable("borderResult", border.decide(caseId, by).name());
    }
}
