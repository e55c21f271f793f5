package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.CaseReleased;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** What is asked for has changed: lets go kindly of whoever was asked or booked; a client who had been told of them hears so. */
@Component
class ReleaseForChange implements JavaDelegate {

    private final HelpRequests requests;

    ReleaseForChange(HelpRequests requests) {
        this.requests = requests;
    }

    @Override
    public void execute(DelegateExecution execution) {
        requests.release(UUID.fromString(execution.getProcessBusinessKey()), CaseReleased.Why.REQUEST_CHANGED);
        execution.setVariable("acceptanceTold", null);   // what is accepted then is told anew
    }
}
