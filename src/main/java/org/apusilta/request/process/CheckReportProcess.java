package org.apusilta.request.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.request.CaseReleased;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the check of what was told by link, and drops it when the case ends otherwise. A death stays to be checked: it matters afterwards, too. */
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
