package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.internal.ToldReports;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Does what follows from a checked report, in the name of who checked it. */
@Component
class HeedReport implements JavaDelegate {

    private final ToldReports reports;
    private final HistoryService history;

    HeedReport(ToldReports reports, HistoryService history) {
        this.reports = reports;
        this.history = history;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var checked = history.createHistoricTaskInstanceQuery().processInstanceId(execution.getProcessInstanceId())
                .taskDefinitionKey("checkReport").finished().orderByHistoricTaskInstanceEndTime().desc().listPage(0, 1);
        var by = checked.isEmpty() || checked.get(0).getAssignee() == null ? "-" : checked.get(0).getAssignee();
        reports.heed(UUID.fromString((String) execution.getVariable("reportId")), "CONFIRMED".equals(execution.getVariable("reportOutcome")), by);
    }
}
