package org.apusilta.operations.process;

import java.time.Clock;
import java.util.Date;
import java.util.UUID;
import org.apusilta.engine.Ourselves;
import org.apusilta.operations.internal.IncidentRows;
import org.apusilta.operations.internal.IncidentRows.End;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Starts resolve-incident and tells it that the step works again. The only one to do so. */
@Component
public class ResolveIncidentProcess {

    private static final String KEY = "resolve-incident";
    private static final String REPORTED = "IncidentReported";
    private static final String SOLVED = "IncidentSolved";

    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final IncidentRows rows;
    private final Ourselves ourselves;
    private final Clock clock;

    ResolveIncidentProcess(RuntimeService runtime, ManagementService jobs, IncidentRows rows, Ourselves ourselves, Clock clock) {
        this.runtime = runtime;
        this.jobs = jobs;
        this.rows = rows;
        this.ourselves = ourselves;
        this.clock = clock;
    }

    /** Makes the incident a task, once. @return false when it was one already, is gone or is about no case */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    boolean report(Incident incident) {
        return ourselves.call(() -> {
            var caseId = caseOf(incident);
            if (caseId == null) {
                return false;
            }
            var process = StepNames.process(incident.getProcessDefinitionId());
            if (process.equals(KEY) || !rows.report(incident.getId(), caseId, process, incident.getActivityId(), incident.getConfiguration())) {
                return false;
            }
            var urgency = runtime.getVariable(incident.getProcessInstanceId(), "urgency");
            var told = runtime.createMessageCorrelation(REPORTED).processInstanceBusinessKey(caseId.toString())
                    .setVariable("urgency", urgency == null ? "NORMAL" : urgency).correlateStartMessage();
            rows.toldIn(incident.getId(), told.getId());
            return true;
        });
    }

    /** The incident is gone without the administrator's doing: their task goes too. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void solved(IncidentRows.Open incident) {
        if (rows.end(incident.id(), End.SOLVED)) {
            ourselves.call(() -> close(incident));
        }
    }

    /** The step is tried once more, at once; if it fails again, that is a new incident. Nothing happens when it has worked in between. */
    @Transactional
    void retry(IncidentRows.Open incident) {
        rows.end(incident.id(), End.RETRIED);
        ourselves.call(() -> again(incident.job()));
    }

    /** As the task's "try again", asked for beside it: the task is done then. @return false when there is no such incident any more */
    @Transactional
    public boolean retry(String id) {
        return ourselves.call(() -> {
            var incident = runtime.createIncidentQuery().incidentId(id).singleResult();
            if (incident == null) {
                return false;
            }
            rows.open().stream().filter(row -> row.id().equals(id)).findFirst().ifPresent(row -> {
                rows.end(id, End.RETRIED);
                close(row);
            });
            again(incident.getConfiguration());
            return true;
        });
    }

    /** Its next try was set for an hour later; now it is due. Does nothing when it has worked in between. */
    private @Nullable Void again(String job) {
        if (jobs.createJobQuery().jobId(job).noRetriesLeft().count() == 1) {
            jobs.setJobRetries(1).jobId(job).dueDate(Date.from(clock.instant())).execute();
        }
        return null;
    }

    private @Nullable Void close(IncidentRows.Open incident) {
        if (incident.toldIn() != null && runtime.createEventSubscriptionQuery().processInstanceId(incident.toldIn()).eventName(SOLVED).count() == 1) {
            runtime.createMessageCorrelation(SOLVED).processInstanceId(incident.toldIn()).correlate();
        }
        return null;
    }

    private @Nullable UUID caseOf(Incident incident) {
        var instance = incident.getProcessInstanceId() == null ? null
                : runtime.createProcessInstanceQuery().processInstanceId(incident.getProcessInstanceId()).singleResult();
        try {
            return instance == null || instance.getBusinessKey() == null ? null : UUID.fromString(instance.getBusinessKey());
        } catch (IllegalArgumentException notACase) {
            return null;
        }
    }
}
