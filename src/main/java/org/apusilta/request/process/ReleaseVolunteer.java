package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.CaseReleased;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets the volunteer go without any mark; the request keeps its place in the queue (R21). */
@Component
class ReleaseVolunteer implements JavaDelegate {

    private final HelpRequests requests;

    ReleaseVolunteer(HelpRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        requests.release(caseId, CaseReleased.Why.NO_FAULT);
    }
}
