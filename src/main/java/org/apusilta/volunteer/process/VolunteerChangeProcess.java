package org.apusilta.volunteer.process;

import java.util.Set;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.volunteer.internal.ChangeProcess;
import org.apusilta.volunteer.internal.VolunteerChanges.What;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Starts volunteer-change, and ends a rest that another change overtakes. The business key is the volunteer's id. */
@Component
class VolunteerChangeProcess implements ChangeProcess {

    private static final String TOLD = "VolunteerChangeTold";
    private static final String OVERTAKEN = "RestOvertaken";
    private static final Set<What> COMING_AND_GOING = Set.of(What.PAUSES, What.RETURNS, What.LEAVES);

    private final RuntimeService runtime;
    private final Ourselves ourselves;

    VolunteerChangeProcess(@Lazy RuntimeService runtime, Ourselves ourselves) {
        this.runtime = runtime;
        this.ourselves = ourselves;
    }

    @Override
    @Transactional
    public void told(Told told) {
        ourselves.call(() -> {
            if (COMING_AND_GOING.contains(told.what())) {
                overtake(told.volunteerId());
            }
            return runtime.createMessageCorrelation(TOLD).processInstanceBusinessKey(told.volunteerId().toString())
                    .setVariable("majorDistrict", told.major()).setVariable("urgency", "NORMAL").setVariable("volunteerChange", told.what().name())
                    .setVariable("changeId", Long.toString(told.changeId())).setVariable("restUntil", told.until() == null ? null : told.until().toString())
                    .setVariable("hurt", told.hurt()).correlateStartMessage();
        });
    }

    /** One that has not come to wait yet says nothing when it does: it asks whether it still stands. */
    private void overtake(UUID volunteerId) {
        runtime.createExecutionQuery().processInstanceBusinessKey(volunteerId.toString()).messageEventSubscriptionName(OVERTAKEN).list()
                .forEach(resting -> runtime.messageEventReceived(OVERTAKEN, resting.getId()));
    }

    /** @return the number of the change this instance is about */
    static long change(VariableScope execution) {
        return Long.parseLong((String) execution.getVariable("changeId"));
    }
}
