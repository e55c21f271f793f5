package org.apusilta.volunteer.process;

import org.apusilta.engine.Ourselves;
import org.apusilta.volunteer.internal.CityAgreementNews;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Correlates by instance: called processes share the business key. */
@Component
class CityAgreementProcess implements CityAgreementNews {

    private final RuntimeService runtime;
    private final Ourselves ourselves;

    CityAgreementProcess(@Lazy RuntimeService runtime, Ourselves ourselves) {
        this.runtime = runtime;
        this.ourselves = ourselves;
    }

    @Override
    public void confirmed(String instanceId) {
        ourselves.call(() -> runtime.createMessageCorrelation("CityAgreementConfirmed").processInstanceId(instanceId).correlateAllWithResult());
    }
}
