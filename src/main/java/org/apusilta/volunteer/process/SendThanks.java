package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.Recognitions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Thanks the volunteer, when they may be written to. */
@Component
class SendThanks implements JavaDelegate {

    private final Recognitions recognitions;

    SendThanks(Recognitions recognitions) {
        this.recognitions = recognitions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        execution.setVariable("thanked", recognitions.thank(RecognitionProcess.careId(execution)));
    }
}
