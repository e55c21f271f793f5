package org.apusilta.operations.process;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.apusilta.engine.Ourselves;
import org.apusilta.operations.internal.MoveRows;
import org.apusilta.operations.internal.MoveRows.Became;
import org.apusilta.operations.internal.MoveRows.Move;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * How far a move is: asked of the instances themselves, each of which is in the new version, in the old one or has ended in one
 * of them. The engine's batch only tells whether it still works; it counts what had ended before its turn as a failure, and once it
 * is gone it tells nothing.
 */
@Component
class MoveProgress {

    private static final int AT_ONCE = 500;

    private final RepositoryService drawings;
    private final RuntimeService runtime;
    private final HistoryService history;
    private final ManagementService management;
    private final MoveRows rows;
    private final Ourselves ourselves;

    MoveProgress(RepositoryService drawings, RuntimeService runtime, HistoryService history, ManagementService management, MoveRows rows, Ourselves ourselves) {
        this.drawings = drawings;
        this.runtime = runtime;
        this.history = history;
        this.management = management;
        this.rows = rows;
        this.ourselves = ourselves;
    }

    /** Writes down what became of the moves that are over. On one node at a time. */
    @Scheduled(cron = "${apusilta.incidents.cron}")
    @SchedulerLock(name = "moves", lockAtMostFor = "PT4M")
    public void everyMinute() {
        ourselves.call(() -> {
            rows.unsettled().stream().filter(this::over).forEach(move -> {
                var became = became(move);
                stop(move);
                rows.settle(move.batch(), became);
            });
            return null;
        });
    }

    /** @return what has become of them up to now */
    Became became(Move move) {
        var from = drawings.createProcessDefinitionQuery().processDefinitionKey(move.process()).processDefinitionVersion(move.fromVersion()).singleResult();
        var moving = rows.moving(move.batch());
        int ended = 0;
        int unmoved = 0;
        for (int at = 0; at < moving.size(); at += AT_ONCE) {
            var some = new HashSet<>(moving.subList(at, Math.min(moving.size(), at + AT_ONCE)));
            var here = from == null ? Set.<String>of() : inVersion(some, from.getId());
            unmoved += here.size();
            ended += from == null ? 0 : (int) history.createHistoricProcessInstanceQuery().processInstanceIds(some).processDefinitionId(from.getId()).finished().count();
        }
        return new Became(moving.size() - ended - unmoved, ended, unmoved);
    }

    /** @return whether nothing more comes of it: the batch is gone, or has nobody left to move */
    boolean over(Move move) {
        return management.createBatchQuery().batchId(move.batch()).count() == 0 || became(move).unmoved() == 0;
    }

    /** A batch that is left with what has ended would fail on it for ever. */
    private void stop(Move move) {
        if (management.createBatchQuery().batchId(move.batch()).count() > 0) {
            management.deleteBatch(move.batch(), false);
        }
    }

    private Set<String> inVersion(Set<String> instances, String definition) {
        return runtime.createProcessInstanceQuery().processInstanceIds(instances).processDefinitionId(definition).list().stream().map(ProcessInstance::getId).collect(Collectors.toSet());
    }
}
