package org.apusilta.volunteer.process;

import org.apusilta.volunteer.CareKind;
import org.apusilta.volunteer.internal.CareDue;
import org.apusilta.volunteer.internal.Recognitions;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes what a coordinator did for the volunteer; a talk about a first task is guidance. */
@Component
class RecordCare implements JavaDelegate {

    private final Recognitions recognitions;
    private final CareDue due;

    RecordCare(Recognitions recognitions, CareDue due) {
        this.recognitions = recognitions;
        this.due = due;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var given = (String) execution.getVariable("careGiven");
        var id = RecognitionProcess.careId(execution);
        recognitions.cared(id, given == null ? CareKind.GUIDANCE : CareKind.valueOf(given), due.find(id).orElseThrow().approvedBy());
    }
}
