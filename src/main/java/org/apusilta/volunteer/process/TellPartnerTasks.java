package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.Recognitions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the volunteer which partners need people. */
@Component
class TellPartnerTasks implements JavaDelegate {

    private final Recognitions recognitions;

    TellPartnerTasks(Recognitions recognitions) {
        this.recognitions = recognitions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recognitions.tellPartners(RecognitionProcess.careId(execution));
    }
}
