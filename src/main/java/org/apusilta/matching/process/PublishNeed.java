package org.apusilta.matching.process;

import java.util.UUID;
import org.apusilta.matching.internal.Recruiting;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Publishes what this case needs, for people who would like to help. */
@Component
class PublishNeed implements JavaDelegate {

    private final Recruiting recruiting;

    PublishNeed(Recruiting recruiting) {
        this.recruiting = recruiting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        recruiting.publish(UUID.fromString(execution.getProcessBusinessKey()), execution.getProcessInstanceId());
    }
}
