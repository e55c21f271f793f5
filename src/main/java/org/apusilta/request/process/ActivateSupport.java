package org.apusilta.request.process;

import java.util.UUID;
import org.apusilta.request.SupportAgreed;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The support begins: {@code relationship} hears it in the same transaction. */
@Component
class ActivateSupport implements JavaDelegate {

    private final ApplicationEventPublisher events;

    ActivateSupport(ApplicationEventPublisher events) {
        this.events = events;
    }

    @Override
    public void execute(DelegateExecution execution) {
        var caseId = UUID.fromString(execution.getProcessBusinessKey());
        events.publishEvent(new SupportAgreed(caseId));
    }
}
