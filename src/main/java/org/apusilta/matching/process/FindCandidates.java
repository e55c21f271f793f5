package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.matching.internal.Brokering;
import org.apusilta.matching.internal.Brokering.Relax;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

@Component
class FindCandidates implements JavaDelegate {

    private final Brokering brokering;

    FindCandidates(Brokering brokering) {
        this.brokering = brokering;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var relax = new Relax(flag(execution, "relaxDistance"), flag(execution, "relaxTimes"), flag(execution, "relaxLanguage"),
                flag(execution, "relaxGender"));
        execution.setVariable("candidateCount", brokering.search(UUID.fromString(execution.getProcessBusinessKey()), relax));
    }

    private static @org.jspecify.annotations.Nullable Boolean flag(DelegateExecution execution, String name) {
        return (Boolean) execution.getVariable(name);
    }
}
