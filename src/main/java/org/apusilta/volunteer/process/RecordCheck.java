package org.apusilta.volunteer.process;

import java.time.LocalDate;
import java.util.UUID;
import org.apusilta.volunteer.internal.Checks;
import org.apusilta.volunteer.internal.Checks.Decision;
import org.apusilta.volunteer.internal.Checks.State;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Keeps date and names when somebody may be assigned; nothing else of the extract, in no case. */
@Component
class RecordCheck implements JavaDelegate {

    private final Checks checks;
    private final WhoDid who;
    private final ForgetExtract forget;

    RecordCheck(Checks checks, WhoDid who, ForgetExtract forget) {
        this.checks = checks;
        this.who = who;
        this.forget = forget;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var person = UUID.fromString(execution.getProcessBusinessKey());
        var decision = (String) execution.getVariable("checkDecision");
        var issued = (String) execution.getVariable("extractIssuedOn");
        var requested = who.last(execution.getProcessInstanceId(), "requestExtract").orElseThrow();
        var by = who.last(execution.getProcessInstanceId(), "checkExtract").orElseThrow().by();
        var state = checks.decide(person, decision == null ? null : Decision.valueOf(decision), issued == null ? null : LocalDate.parse(issued), requested, by);
        execution.setVariable("checkState", state.name());
        if (state != State.CHECKED) {
            forget.of(execution);
        }
        if (state != State.AGAIN) {
            execution.setVariable("checkOutcome", state == State.CHECKED ? "DONE" : "REFUSED");
        }
    }
}
