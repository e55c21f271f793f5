package org.apusilta.operations.process;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apusilta.engine.Ourselves;
import org.apusilta.operations.internal.IncidentRows;
import org.apusilta.operations.internal.MoveRows;
import org.apusilta.operations.internal.MoveRows.Became;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Incident;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What runs in which version, what has failed and how far moves are: in numbers and steps, without anything about people. */
@Component
public class VersionsOverview {

    /** @param running instances at this step, @param failed of those, how many have failed there */
    public record Standing(String step, int running, int failed) {}

    /** @param release null for a drawing between releases @param newest where new cases begin @param running instances */
    public record Version(int number, @Nullable String release, Instant since, boolean newest, long running, List<Standing> standing) {}

    /** The newest version and those that still run, newest first. */
    public record Process(String key, List<Version> versions) {}

    /** @param reference the case's, null when nobody has been told yet */
    public record Fault(String id, String process, String step, Instant since, @Nullable String reference) {}

    /** @param became what has become of the instances up to now @param failed how many could not be moved, after retries @param over whether nothing more comes of it */
    public record Move(MoveRows.Move begun, Became became, int failed, boolean over) {}

    private final RepositoryService drawings;
    private final RuntimeService runtime;
    private final ManagementService management;
    private final Moves moves;
    private final MoveRows rows;
    private final MoveProgress progress;
    private final IncidentRows incidents;
    private final StepNames names;
    private final HelpRequests requests;
    private final Ourselves ourselves;

    VersionsOverview(RepositoryService drawings, RuntimeService runtime, ManagementService management, Moves moves, MoveRows rows, MoveProgress progress,
            IncidentRows incidents, StepNames names, HelpRequests requests, Ourselves ourselves) {
        this.drawings = drawings;
        this.runtime = runtime;
        this.management = management;
        this.moves = moves;
        this.rows = rows;
        this.progress = progress;
        this.incidents = incidents;
        this.names = names;
        this.requests = requests;
        this.ourselves = ourselves;
    }

    public List<Process> processes(Locale reader) {
        return ourselves.call(() -> drawings.createProcessDefinitionQuery().latestVersion().orderByProcessDefinitionKey().asc().list().stream()
                .map(newest -> new Process(newest.getKey(), versions(newest, reader))).toList());
    }

    private List<Version> versions(ProcessDefinition newest, Locale reader) {
        return drawings.createProcessDefinitionQuery().processDefinitionKey(newest.getKey()).orderByProcessDefinitionVersion().desc().list().stream()
                .map(one -> version(one, one.getId().equals(newest.getId()), reader)).filter(Objects::nonNull).toList();
    }

    private @Nullable Version version(ProcessDefinition one, boolean newest, Locale reader) {
        long running = runtime.createProcessInstanceQuery().processDefinitionId(one.getId()).count();
        if (!newest && running == 0) {
            return null;
        }
        var standing = running == 0 ? List.<Standing>of() : management.createActivityStatisticsQuery(one.getId()).includeFailedJobs().list().stream()
                .filter(step -> step.getInstances() > 0)
                .map(step -> new Standing(names.of(one.getId(), step.getId(), reader), step.getInstances(), step.getFailedJobs()))
                .sorted(Comparator.comparing(Standing::running).reversed()).toList();
        var since = drawings.createDeploymentQuery().deploymentId(one.getDeploymentId()).singleResult().getDeploymentTime().toInstant();
        return new Version(one.getVersion(), moves.released(one).map(Releases.Released::release).orElse(null), since, newest, running, standing);
    }

    /** @return every step of a case that has failed for good, oldest first; what fails in a move is told there */
    public List<Fault> faults(Locale reader) {
        return ourselves.call(() -> runtime.createIncidentQuery().incidentType(Incident.FAILED_JOB_HANDLER_TYPE).orderByIncidentTimestamp().asc().list().stream()
                .filter(one -> one.getProcessInstanceId() != null && one.getId().equals(one.getRootCauseIncidentId()))
                .map(one -> new Fault(one.getId(), StepNames.process(one.getProcessDefinitionId()), names.of(one.getProcessDefinitionId(), one.getActivityId(), reader),
                        one.getIncidentTimestamp().toInstant(), reference(one.getId()))).toList());
    }

    private @Nullable String reference(String incident) {
        return incidents.open().stream().filter(one -> one.id().equals(incident)).findFirst()
                .flatMap(one -> requests.find(one.caseId())).map(found -> found.reference()).orElse(null);
    }

    /** @return the latest moves and how far they are */
    public List<Move> moves() {
        return ourselves.call(() -> rows.latest().stream().map(begun -> {
            if (begun.became() != null) {
                return new Move(begun, begun.became(), 0, true);
            }
            var became = progress.became(begun);
            var statistics = management.createBatchStatisticsQuery().batchId(begun.batch()).singleResult();
            // what had ended before its turn fails in the engine's batch, and is no fault
            return new Move(begun, became, statistics == null ? 0 : Math.min(became.unmoved(), statistics.getFailedJobs()), progress.over(begun));
        }).toList());
    }

    /** Tries those of a move again that could not be moved. */
    public void retryMove(String batch) {
        ourselves.call(() -> {
            var running = management.createBatchQuery().batchId(batch).singleResult();
            if (running != null) {
                management.setJobRetries(1).jobDefinitionId(running.getBatchJobDefinitionId()).execute();
            }
            return null;
        });
    }
}
