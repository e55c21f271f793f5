package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.Recognitions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Greets a volunteer who agreed to be greeted. */
@Component
class SendBirthdayGreeting implements JavaDelegate {

    private final Recognitions recognitions;

    SendBirthdayGreeting(Recognitions recognitions) {
        this.recognitions = recognitions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recognitions.greet(RecognitionProcess.careId(execution));
    }
}
