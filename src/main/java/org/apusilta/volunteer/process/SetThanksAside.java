package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.Recognitions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** This milestone goes by without thanks, as a person decided. */
@Component
class SetThanksAside implements JavaDelegate {

    private final Recognitions recognitions;

    SetThanksAside(Recognitions recognitions) {
        this.recognitions = recognitions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recognitions.setAside(RecognitionProcess.careId(execution));
    }
}
