package org.apusilta.volunteer.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Begins a process for each that was found, also for what an earlier round could not begin. */
@Component
class BeginCare implements JavaDelegate {

    private final RecognitionProcess process;

    BeginCare(RecognitionProcess process) {
        this.process = process;
    }

    @Override
    public void execute(DelegateExecution execution) {
        process.beginFound();
    }
}
