package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.internal.BorderPieces;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sorts each wanted piece of help into volunteer's, professional's or unclear, for a person to decide (R20). */
@Component
class SortBorder implements JavaDelegate {

    private final BorderPieces border;
    private final BorderDecision decision;

    SortBorder(BorderPieces border, BorderDecision decision) {
        this.border = border;
        this.decision = decision;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var whole = border.sort(UUID.fromString(execution.getProcessBusinessKey()), decision::side);
        execution.setVariable("borderProposal", whole.name());
    }
}
