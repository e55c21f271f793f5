package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.internal.BorderPieces;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sorts each wanted piece of help into volunteer's, professional's or unclear, for a person to decide (R20). */
@Component
class SortBorder implements JavaDelegate {

    private final BorderPieces border;
    private final BorderDecision decision;
    private final HelpRequests requests;

    SortBorder(BorderPieces border, BorderDecision decision, HelpRequests requests) {
        this.border = border;
        this.decision = decision;
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.facts(UUID.fromString(execution.getProcessBusinessKey())).codes().forEach((name, now) -> {
            if (!now.equals(execution.getVariable(name))) {   // the request has changed since it came in
                execution.setVariable(name, now);
            }
        });
        var whole = border.sort(UUID.fromString(execution.getProcessBusinessKey()), decision::side);
        execution.setVariable("borderProposal", whole.name());
    }
}
