package org.apusilta.matching.process;

import org.apusilta.engine.Ourselves;
import org.apusilta.matching.internal.Recruiting;
import org.apusilta.volunteer.VolunteerChanged;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.event.TransactionalEventListener;

/** Tells recruit-volunteers that somebody who fits has come, or has a place again. The only one to do so. */
@Component
class RecruitVolunteersProcess {

    private static final String APPEARED = "VolunteerAppeared";

    private final RuntimeService runtime;
    private final Ourselves ourselves;
    private final Recruiting recruiting;

    RecruitVolunteersProcess(@Lazy RuntimeService runtime, Ourselves ourselves, @Lazy Recruiting recruiting) {
        this.runtime = runtime;
        this.ourselves = ourselves;
        this.recruiting = recruiting;
    }

    /** After the commit, so that no case stands in the way of a volunteer's; at worst the day to look again moves the search. */
    @TransactionalEventListener
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void on(VolunteerChanged changed) {
        recruiting.waitingFor(changed.volunteerId()).forEach(instance -> ourselves.call(() ->
                runtime.createMessageCorrelation(APPEARED).processInstanceId(instance).correlateAllWithResult()));
    }
}
