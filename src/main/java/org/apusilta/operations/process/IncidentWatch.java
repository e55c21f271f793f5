package org.apusilta.operations.process;

import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.apusilta.engine.IncidentChanged;
import org.apusilta.engine.Ourselves;
import org.apusilta.operations.internal.IncidentRows;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.Incident;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sees that every open incident is a task and that every such task has an incident: at once when the engine says that one has
 * come or gone, and every minute for what was missed. It acts after the engine's commit, so that it can spoil no step of a case.
 */
@Component
class IncidentWatch {

    private static final Logger LOG = LoggerFactory.getLogger(IncidentWatch.class);

    private final RuntimeService runtime;
    private final ResolveIncidentProcess process;
    private final IncidentRows rows;
    private final Ourselves ourselves;

    IncidentWatch(RuntimeService runtime, ResolveIncidentProcess process, IncidentRows rows, Ourselves ourselves) {
        this.runtime = runtime;
        this.process = process;
        this.rows = rows;
        this.ourselves = ourselves;
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    public void changed(IncidentChanged news) {
        quietly(this::look);
    }

    /** On one node at a time; a node that dies lets go after four minutes. */
    @Scheduled(cron = "${apusilta.incidents.cron}")
    @SchedulerLock(name = "incidents", lockAtMostFor = "PT4M")
    public void everyMinute() {
        look();
    }

    /** Looks at all of them: there are few, or something is very wrong. */
    void look() {
        var open = ourselves.call(() -> runtime.createIncidentQuery().incidentType(Incident.FAILED_JOB_HANDLER_TYPE).list()).stream()
                // an incident in a called process shows in its callers too
                .filter(incident -> incident.getId().equals(incident.getRootCauseIncidentId())).toList();
        var ids = open.stream().map(Incident::getId).collect(Collectors.toSet());
        rows.open().stream().filter(row -> !ids.contains(row.id())).forEach(row -> quietly(() -> process.solved(row)));
        open.stream().filter(incident -> !rows.reported(incident.getId())).forEach(incident -> quietly(() -> process.report(incident)));
    }

    /** Each on its own: one that cannot be told must not silence the others, and is tried again next time. */
    private static void quietly(Runnable telling) {
        try {
            telling.run();
        } catch (RuntimeException problem) {
            LOG.error("An incident could not be told of: {}", problem.getClass().getSimpleName());
        }
    }
}
