package org.apusilta.relationship;

import java.util.Date;
import java.util.List;
import java.util.UUID;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Sent;
import org.apusilta.request.SupportAgreed;
import org.apusilta.volunteer.Registered;
import org.apusilta.volunteer.Volunteers;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Supports that have just begun, for tests: the request and the match are there as if their processes had been walked. */
@Component
public class Begun {

    /** @param instance of the first follow-up period */
    public record Support(UUID caseId, UUID volunteerId, String instance) {}

    private final HelpRequests requests;
    private final Registered registered;
    private final Volunteers volunteers;
    private final JdbcClient database;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final ManagementService management;
    private final ApplicationEventPublisher events;

    Begun(HelpRequests requests, Registered registered, Volunteers volunteers, JdbcClient database, RuntimeService runtime,
            HistoryService history, ManagementService management, ApplicationEventPublisher events) {
        this.requests = requests;
        this.registered = registered;
        this.volunteers = volunteers;
        this.database = database;
        this.runtime = runtime;
        this.history = history;
        this.management = management;
        this.events = events;
    }

    /** @return a request whose volunteer has said yes, before both have confirmed */
    @Transactional
    public Support agreed() {
        var caseId = requests.submit(Sent.bySelf()).id();
        var own = runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).singleResult();
        runtime.deleteProcessInstance(own.getId(), "walked in other tests", true);
        var volunteer = registered.volunteer("Veera", "yi");
        volunteers.reserve(volunteer, java.util.List.of());
        var now = new java.sql.Timestamp(ClockUtil.getCurrentTime().getTime());
        database.sql("INSERT INTO apusilta.offer (id, case_id, volunteer_id, instance_id, state, made_at, expires_at, answered_at) VALUES (?, ?, ?, '-', 'ACCEPTED', ?, ?, ?)")
                .params(UUID.randomUUID(), caseId, volunteer, now, now, now).update();
        return new Support(caseId, volunteer, "");
    }

    /** @return a support that waits for its first follow-up */
    @Transactional
    public Support support() {
        var agreed = agreed();
        events.publishEvent(new SupportAgreed(agreed.caseId()));
        return new Support(agreed.caseId(), agreed.volunteerId(), instance(agreed.caseId()).getId());
    }

    /** @return the running period of this case */
    public ProcessInstance instance(UUID caseId) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseId.toString()).processDefinitionKey("support-relationship").singleResult();
    }

    /** Does what is to be done at once, as the job executor would. */
    public void work(String instance) {
        for (var jobs = due(instance); !jobs.isEmpty(); jobs = due(instance)) {
            jobs.forEach(management::executeJob);
        }
    }

    private List<String> due(String instance) {
        return management.createJobQuery().rootProcessInstanceId(instance).messages().list().stream().map(job -> job.getId()).toList();
    }

    /** Lets the timer of this element go off. */
    public void timeComes(String instance, String element) {
        management.executeJob(timer(instance, element).getId());
        work(instance);
    }

    public Date timeOf(String instance, String element) {
        return timer(instance, element).getDuedate();
    }

    /** @return the elements whose timers run, in the period and what it calls */
    public List<String> timers(String instance) {
        return management.createJobQuery().rootProcessInstanceId(instance).timers().list().stream()
                .map(job -> management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult().getActivityId()).toList();
    }

    private org.camunda.bpm.engine.runtime.Job timer(String instance, String element) {
        return management.createJobQuery().rootProcessInstanceId(instance).activityId(element).timers().singleResult();
    }

    /** @return whether this element was reached and left by this instance */
    public boolean passed(String instance, String element) {
        return history.createHistoricActivityInstanceQuery().processInstanceId(instance).activityId(element).finished().count() > 0;
    }
}
