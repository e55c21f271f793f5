package org.apusilta.volunteer.process;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.engine.Ourselves;
import org.apusilta.volunteer.internal.CheckNews;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Correlates by instance: called processes share the business key. That nobody waits is no error, for the next step reads our tables. */
@Component
class BackgroundCheckProcess implements CheckNews {

    private final RuntimeService runtime;
    private final Ourselves ourselves;

    BackgroundCheckProcess(@Lazy RuntimeService runtime, Ourselves ourselves) {
        this.runtime = runtime;
        this.ourselves = ourselves;
    }

    @Override
    public void answered(String instanceId) {
        tell(instanceId, "CheckConsentAnswered");
    }

    @Override
    public void takenBack(String instanceId) {
        tell(instanceId, "CheckConsentTakenBack");
    }

    @Override
    public void assessed(String instanceId) {
        tell(instanceId, "KindAssessed");
    }

    @Override
    public Map<String, UUID> waiting() {
        return ourselves.call(() -> runtime.createProcessInstanceQuery().processDefinitionKey("background-check").activityIdIn("awaitAssessment").list().stream()
                .collect(Collectors.toMap(ProcessInstance::getId, one -> UUID.fromString(one.getBusinessKey()))));
    }

    private void tell(String instanceId, String message) {
        ourselves.call(() -> runtime.createMessageCorrelation(message).processInstanceId(instanceId).correlateAllWithResult());
    }
}
