package org.apusilta.agreement.process;

import java.util.Map;
import java.util.UUID;
import org.apusilta.agreement.internal.ChangeProcess;
import org.apusilta.engine.Ourselves;
import org.apusilta.request.CaseReleased;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Starts the change of an agreement that holds, and lets go of it when its case ends or goes on with somebody else. Codes only. */
@Component
class ChangeAgreementProcess implements ChangeProcess {

    private static final String KEY = "change-agreement";

    private final RuntimeService runtime;
    private final Ourselves ourselves;

    ChangeAgreementProcess(@Lazy RuntimeService runtime, Ourselves ourselves) {
        this.runtime = runtime;
        this.ourselves = ourselves;
    }

    @Override
    public void start(UUID caseId, String major) {
        ourselves.call(() -> runtime.createMessageCorrelation("AgreementChangeAsked").processInstanceBusinessKey(caseId.toString())
                .setVariables(Map.of("majorDistrict", major, "urgency", "NORMAL")).correlateStartMessage());
    }

    /** The change that calls this making of a version is dropped; a making that no change calls goes on. */
    void dropMadeBy(String making) {
        ourselves.call(() -> {
            runtime.createProcessInstanceQuery().processDefinitionKey(KEY).subProcessInstanceId(making).list()
                    .forEach(open -> runtime.createMessageCorrelation("CaseEnded").processInstanceId(open.getId()).correlate());
            return null;
        });
    }

    /** One that another process called goes with its caller. */
    @EventListener
    void on(CaseReleased released) {
        ourselves.call(() -> {
            runtime.createProcessInstanceQuery().rootProcessInstances().processDefinitionKey(KEY).processInstanceBusinessKey(released.caseId().toString()).list()
                    .forEach(open -> runtime.createMessageCorrelation("CaseEnded").processInstanceId(open.getId()).correlate());
            return null;
        });
    }
}
