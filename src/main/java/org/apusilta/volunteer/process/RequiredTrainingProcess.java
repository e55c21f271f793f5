package org.apusilta.volunteer.process;

import org.apusilta.engine.Ourselves;
import org.apusilta.volunteer.internal.TrainingNews;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Correlates by instance: called processes share the business key. */
@Component
class RequiredTrainingProcess implements TrainingNews {

    private final RuntimeService runtime;
    private final Ourselves ourselves;

    RequiredTrainingProcess(@Lazy RuntimeService runtime, Ourselves ourselves) {
        this.runtime = runtime;
        this.ourselves = ourselves;
    }

    @Override
    public void allDone(String instanceId) {
        ourselves.call(() -> runtime.createMessageCorrelation("TrainingsDone").processInstanceId(instanceId).correlateAllWithResult());
    }
}
