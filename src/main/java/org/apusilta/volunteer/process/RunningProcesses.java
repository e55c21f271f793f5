package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.VolunteerTies;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** Processes about the volunteer: their business key is the volunteer's id. */
@Component
class RunningProcesses implements VolunteerTies {

    private final RuntimeService runtime;

    RunningProcesses(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public boolean running(UUID volunteerId) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(volunteerId.toString()).count() > 0;
    }
}
