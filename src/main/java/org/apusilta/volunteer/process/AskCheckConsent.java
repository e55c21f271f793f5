package org.apusilta.volunteer.process;

import java.util.UUID;
import org.apusilta.volunteer.internal.Checks;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the information that the Act demands, with a link to consent by. */
@Component
class AskCheckConsent implements JavaDelegate {

    private final Checks checks;

    AskCheckConsent(Checks checks) {
        this.checks = checks;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        checks.ask(person);
    }
}
