package org.apusilta.request.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.request.CaseReleased;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the check of what was told by link, and drops it when the case ends otherwise. A death stays to be checked, for it matters afterwards, too, until somebody has recorded it. */
@Component
public class CheckReportProcess {

    private static final String KEY = "check-report";

    private final RuntimeService runtime;
    private final Ourselves ourselves;

    CheckReportProcess(@Lazy RuntimeService runtime, Ourselves ourselves) {
        this.runtime = runtime;
        this.ourselves = ourselves;
    }

    /** Starts the check, in the caller's transaction. */
    public void start(UUID caseId, String major, UUID reportId, boolean death) {
        ourselves.call(() -> runtime.createMessageCorrelation("ReportReceived").processInstanceBusinessKey(caseId.toString())
                .setVariables(Map.of("majorDistrict", major, "urgency", "URGENT", "reportId", reportId.toString(), "reportDeath", death)).correlateStartMessage());
    }

    /** What this report says has been settled without its task, which goes. */
    public void settled(UUID caseId, UUID reportId) {
        ourselves.call(() -> {
            runtime.createProcessInstanceQuery().processDefinitionKey(KEY).processInstanceBusinessKey(caseId.toString())
                    .variableValueEquals("reportId", reportId.toString()).list()
                    .forEach(open -> runtime.createMessageCorrelation("CaseEnded").processInstanceId(open.getId()).correlate());
            return null;
        });
    }

    @EventListener
    void on(CaseReleased released) {
        if (released.ended()) {
            ourselves.call(() -> {
                runtime.createProcessInstanceQuery().processDefinitionKey(KEY).processInstanceBusinessKey(released.caseId().toString())
                        .variableValueNotEquals("reportDeath", true).list()
                        .forEach(open -> runtime.createMessageCorrelation("CaseEnded").processInstanceId(open.getId()).correlate());
                return null;
            });
        }
    }
}
