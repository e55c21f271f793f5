package org.apusilta.relationship.process;

import java.util.Map;
import org.apusilta.engine.Listening;
import org.apusilta.engine.Ourselves;
import org.apusilta.relationship.internal.CheckIns;
import org.apusilta.relationship.internal.FollowUpProcess;
import org.apusilta.relationship.internal.Pauses;
import org.apusilta.relationship.internal.RunningSupports;
import org.apusilta.request.ByHand;
import org.apusilta.request.ClientDied;
import org.apusilta.request.SupportAgreed;
import org.apusilta.request.VolunteerAway;
import org.apusilta.request.WithdrawalReceived;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Speaks with the engine for this module: one root process per follow-up period, correlated by its instance id. */
@Component
class SupportRelationshipProcess implements FollowUpProcess {

    private static final String BEGAN = "FollowUpPeriodBegan";
    private static final String ANSWERED = "CheckInsAnswered";
    private static final String WITHDREW = "ClientWithdrew";

    private final RuntimeService runtime;
    private final Listening listening;
    private final Ourselves ourselves;
    private final ObjectProvider<RunningSupports> supports;
    private final ObjectProvider<Pauses> pauses;
    private final ApplicationEventPublisher events;

    SupportRelationshipProcess(@Lazy RuntimeService runtime, Listening listening, Ourselves ourselves, ObjectProvider<RunningSupports> supports, ObjectProvider<Pauses> pauses,
            ApplicationEventPublisher events) {
        this.runtime = runtime;
        this.listening = listening;
        this.ourselves = ourselves;
        this.supports = supports;
        this.pauses = pauses;
        this.events = events;
    }

    @Override
    public String begin(Period period) {
        // a support that runs is not in a hurry, whatever the request was
        var variables = Variables.createVariables().putValue("majorDistrict", period.majorDistrict()).putValue("urgency", "NORMAL")
                .putValue("period", period.number()).putValue("commitment", period.commitment().name()).putValue("worried", period.worried())
                .putValue("concernUrgency", "NORMAL");
        return ourselves.call(() -> runtime.createMessageCorrelation(BEGAN).processInstanceBusinessKey(period.caseId().toString())
                .setVariables(variables).correlateStartMessage().getId());
    }

    @EventListener
    void on(SupportAgreed event) {
        supports.getObject().begin(event.caseId());
    }

    @EventListener
    void on(WithdrawalReceived event) {
        supports.getObject().runningInstance(event.caseId()).ifPresent(instance -> correlate(WITHDREW, instance));
    }

    @EventListener
    void on(ClientDied event) {
        supports.getObject().latestInstance(event.caseId()).ifPresent(instance -> heardOrByHand("ClientDied", instance, new ByHand(event.caseId(), ByHand.What.DEATH)));
    }

    /** Who leaves ends the support; who rests pauses it, which is {@link Pauses}' to do. */
    @EventListener
    void on(VolunteerAway event) {
        if (event.until() == null) {
            supports.getObject().runningInstance(event.caseId()).ifPresent(instance -> heardOrByHand("VolunteerLeft", instance, new ByHand(event.caseId(), ByHand.What.VOLUNTEER)));
        } else {
            pauses.getObject().volunteerRests(event.caseId(), event.until(), event.by());
        }
    }

    /** After the commit, so that an answer is kept whatever happens here; at worst the deadline moves the token. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(CheckIns.CheckedIn event) {
        correlate(ANSWERED, event.instanceId());
    }

    /** A pause that was asked for while a concern was being settled begins now. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(RunningSupports.NextPeriodBegan event) {
        pauses.getObject().beginWaiting(event.caseId());
    }

    /** A process that runs and does not wait for this, as an older drawing of it, leaves it to a person. */
    private void heardOrByHand(String message, String instance, ByHand otherwise) {
        if (!correlate(message, instance) && ourselves.call(() -> runtime.createProcessInstanceQuery().processInstanceId(instance).count() > 0)) {
            events.publishEvent(otherwise);
        }
    }

    /** Nobody waits any more when the step was left meanwhile: that is no error. @return whether somebody did */
    private boolean correlate(String message, String instance) {
        return ourselves.call(() -> listening.tell(instance, message, Map.of()));
    }
}
