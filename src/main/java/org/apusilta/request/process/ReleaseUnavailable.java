package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.CaseReleased;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The volunteer leaves or rests: lets go without fault, and tells a client who had been told of them. The request keeps its place in the queue (R21). */
@Component
class ReleaseUnavailable implements JavaDelegate {

    private final HelpRequests requests;

    ReleaseUnavailable(HelpRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.release(UUID.fromString(execution.getProcessBusinessKey()), CaseReleased.Why.VOLUNTEER_AWAY);
    }
}
