package org.apusilta.volunteer.process;

import org.apusilta.volunteer.internal.CareFinding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Writes down to whom care is due today. */
@Component
class FindCareDue implements JavaDelegate {

    private final CareFinding finding;

    FindCareDue(CareFinding finding) {
        this.finding = finding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        finding.find();
    }
}
