package org.apusilta.volunteer.process;

import java.time.LocalDate;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.volunteer.internal.PlanProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts planned-change, and ends what was cancelled. The business key is the volunteer's id. */
@Component
class PlannedChangeProcess implements PlanProcess {

    private static final String PLANNED = "ChangePlanned";
    private static final String OVERTAKEN = "PlanOvertaken";

    private final RuntimeService runtime;
    private final Ourselves ourselves;

    PlannedChangeProcess(@Lazy RuntimeService runtime, Ourselves ourselves) {
        this.runtime = runtime;
        this.ourselves = ourselves;
    }

    @Override
    @Transactional
    public void planned(long planId, UUID volunteerId, String major, LocalDate morning) {
        ourselves.call(() -> runtime.createMessageCorrelation(PLANNED).processInstanceBusinessKey(volunteerId.toString()).setVariable("majorDistrict", major)
                .setVariable("urgency", "NORMAL").setVariable("planId", Long.toString(planId)).setVariable("plannedOn", morning.toString()).correlateStartMessage());
    }

    /** One that has not come to wait yet does nothing when its day comes: it asks whether it still stands. */
    @Override
    @Transactional
    public void overtake(UUID volunteerId) {
        ourselves.call(() -> {
            runtime.createExecutionQuery().processInstanceBusinessKey(volunteerId.toString()).messageEventSubscriptionName(OVERTAKEN).list()
                    .forEach(waits -> runtime.messageEventReceived(OVERTAKEN, waits.getId()));
            return volunteerId;
        });
    }

    static long plan(VariableScope execution) {
        return Long.parseLong((String) execution.getVariable("planId"));
    }
}
