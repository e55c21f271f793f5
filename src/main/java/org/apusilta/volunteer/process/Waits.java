package org.apusilta.volunteer.process;

import java.time.Clock;
import java.time.Instant;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Until when a step still waits, as the engine has it. */
@Component
class Waits {

    private final ManagementService jobs;
    private final Clock clock;

    Waits(@Lazy ManagementService jobs, Clock clock) {
        this.jobs = jobs;
        this.clock = clock;
    }

    /** @param timer id of the boundary event @return when it goes off; now when it has gone off already */
    Instant until(DelegateExecution execution, String timer) {
        return jobs.createJobQuery().processInstanceId(execution.getProcessInstanceId()).activityId(timer).timers().list().stream()
                .map(job -> job.getDuedate().toInstant()).findFirst().orElseGet(clock::instant);
    }
}
