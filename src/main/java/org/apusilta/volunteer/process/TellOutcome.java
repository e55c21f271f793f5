package org.apusilta.volunteer.process;

import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.volunteer.internal.Onboarding;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells what a person decided, and where else help is wanted. */
@Component
class TellOutcome implements JavaDelegate {

    private final Onboarding onboarding;

    TellOutcome(Onboarding onboarding) {
        this.onboarding = onboarding;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var declined = Stream.of("reviewOutcome", "interviewOutcome", "decideOutcome").anyMatch(decision -> "DECLINED".equals(execution.getVariable(decision)));
        onboarding.tellOutcome(UUID.fromString(execution.getProcessBusinessKey()), declined);
    }
}
