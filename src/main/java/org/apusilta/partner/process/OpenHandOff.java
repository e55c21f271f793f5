package org.apusilta.partner.process;

import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.partner.internal.HandingOff;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Opens a hand-off and tells DMN partnerRouting what the first wish is about. */
@Component
class OpenHandOff implements JavaDelegate {

    /** Training that marks the city's culture friends (R37). */
    private static final String CULTURE = "CULTURE";

    private final HandingOff handingOff;
    private final HelpRequests requests;
    private final Catalogue catalogue;

    OpenHandOff(HandingOff handingOff, HelpRequests requests, Catalogue catalogue) {
        this.handingOff = handingOff;
        this.requests = requests;
        this.catalogue = catalogue;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        var kind = catalogue.kind(requests.facts(caseId).kinds().get(0)).orElseThrow();
        execution.setVariable("handOffId", handingOff.open(caseId, execution.getProcessInstanceId()).toString());
        execution.setVariable("targetGroup", kind.targetGroup());
        execution.setVariable("commitment", kind.commitment().name());
        execution.setVariable("culture", CULTURE.equals(kind.training()));
    }
}
