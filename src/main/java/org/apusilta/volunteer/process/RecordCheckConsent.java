package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Checks;
import org.apusilta.volunteer.internal.Checks.Consent;
import org.apusilta.volunteer.internal.Checks.Done;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Takes in the answer by link, or the consent on paper with who holds it. */
@Component
class RecordCheckConsent implements JavaDelegate {

    private final Checks checks;
    private final WhoDid who;

    RecordCheckConsent(Checks checks, WhoDid who) {
        this.checks = checks;
        this.who = who;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        var by = who.last(execution.getProcessInstanceId(), "collectCheckConsent").map(Done::by).orElse(null);
        var consent = checks.record(person, (String) execution.getVariable("consentOutcome"), by);
        execution.setVariable("consentState", consent.name());
        if (consent == Consent.REFUSED) {
            execution.setVariable("checkOutcome", "REFUSED");
        }
    }
}
