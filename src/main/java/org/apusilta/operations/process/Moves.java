package org.apusilta.operations.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apusilta.engine.Ourselves;
import org.apusilta.operations.internal.MoveRows;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingActivityInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingTransitionInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanValidationException;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves running cases from an older version of their process to the newest, by the plan its release ships; without one, by what
 * the engine finds to be equal. What a plan lets stay is not touched.
 */
@Component
public class Moves {

    /** More are not rehearsed: each is moved and rolled back. */
    static final int REHEARSED = 200;

    /**
     * A move before it is made.
     *
     * @param release the release whose own plan this is; null when the engine looked for equal steps
     * @param fromId the engine's id of the old version @param toId of the newest
     * @param moving how many instances would move @param staying how many finish on their own version
     * @param rehearsed how many of those to be moved were tried, and rolled back
     * @param obstacles what the engine refused, in its own words: step → sentences; empty when all is well
     */
    public record Prospect(String process, int fromVersion, String fromId, int toVersion, String toId, @Nullable String release, MovePlan plan,
            int moving, int staying, int rehearsed, SortedMap<String, List<String>> obstacles) {}

    private final RepositoryService drawings;
    private final RuntimeService runtime;
    private final Releases releases;
    private final MoveRows rows;
    private final Ourselves ourselves;
    private final TransactionTemplate rehearsal;

    Moves(RepositoryService drawings, RuntimeService runtime, Releases releases, MoveRows rows, Ourselves ourselves, PlatformTransactionManager transactions) {
        this.drawings = drawings;
        this.runtime = runtime;
        this.releases = releases;
        this.rows = rows;
        this.ourselves = ourselves;
        this.rehearsal = new TransactionTemplate(transactions);
        this.rehearsal.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Looks and rehearses; afterwards everything is as before. @return empty when there is no such version or it is the newest */
    public Optional<Prospect> prospect(String process, int version) {
        return ourselves.call(() -> old(process, version).map(from -> {
            var to = newest(process);
            var plan = plan(from, to);
            var moving = moving(from, plan);
            var obstacles = new TreeMap<String, List<String>>();
            int staying = (int) runtime.createProcessInstanceQuery().processDefinitionId(from.getId()).count() - moving.size();
            var tried = moving.stream().limit(REHEARSED).toList();
            var engines = engines(from, to, plan, obstacles);
            if (engines != null) {
                tried.forEach(instance -> rehearse(engines, instance, obstacles));
            }
            return new Prospect(process, version, from.getId(), to.getVersion(), to.getId(), released(from).map(Releases.Released::release).orElse(null), plan,
                    moving.size(), staying, engines == null ? 0 : tried.size(), obstacles);
        }));
    }

    /** Begins to move them, each in a transaction of its own. @return how many; 0 when there is nothing to move @throws MigrationPlanValidationException when the plan cannot be */
    @Transactional
    public int start(String process, int version, String by) {
        return ourselves.call(() -> old(process, version).map(from -> {
            var to = newest(process);
            var plan = plan(from, to);
            var moving = moving(from, plan);
            if (moving.isEmpty()) {
                return 0;
            }
            var batch = runtime.newMigration(built(from, to, plan)).processInstanceIds(moving).executeAsync();
            int staying = (int) runtime.createProcessInstanceQuery().processDefinitionId(from.getId()).count() - moving.size();
            rows.started(batch.getId(), process, version, to.getVersion(), moving, staying, by);
            return moving.size();
        }).orElse(0));
    }

    /** @return the release a version was part of */
    Optional<Releases.Released> released(ProcessDefinition version) {
        try (var xml = drawings.getProcessModel(version.getId())) {
            return releases.of(version.getKey(), xml.readAllBytes()).filter(released -> released.plan() != null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ProcessDefinition newest(String process) {
        return drawings.createProcessDefinitionQuery().processDefinitionKey(process).latestVersion().singleResult();
    }

    private Optional<ProcessDefinition> old(String process, int version) {
        if (version < 1) {   // the engine takes such a question for a fault
            return Optional.empty();
        }
        return Optional.ofNullable(drawings.createProcessDefinitionQuery().processDefinitionKey(process).processDefinitionVersion(version).singleResult())
                .filter(found -> !found.getId().equals(newest(process).getId()));
    }

    private MovePlan plan(ProcessDefinition from, ProcessDefinition to) {
        return released(from).map(Releases.Released::plan).orElseGet(() -> new MovePlan(runtime.createMigrationPlan(from.getId(), to.getId())
                .mapEqualActivities().build().getInstructions().stream().map(one -> one.getSourceActivityId()).toList(), java.util.Map.of(), java.util.Map.of()));
    }

    private List<String> moving(ProcessDefinition from, MovePlan plan) {
        var all = runtime.createProcessInstanceQuery().processDefinitionId(from.getId()).list().stream().map(ProcessInstance::getId).toList();
        if (plan.stay().isEmpty()) {
            return all;
        }
        var staying = runtime.createProcessInstanceQuery().processDefinitionId(from.getId())
                .activityIdIn(plan.stay().keySet().toArray(String[]::new)).list().stream().map(ProcessInstance::getId).toList();
        return all.stream().filter(id -> !staying.contains(id)).toList();
    }

    /** Timers keep the time people were promised: no trigger is made anew. */
    private MigrationPlan built(ProcessDefinition from, ProcessDefinition to, MovePlan plan) {
        var builder = runtime.createMigrationPlan(from.getId(), to.getId());
        plan.pairs().forEach(builder::mapActivities);
        return builder.build();
    }

    private @Nullable MigrationPlan engines(ProcessDefinition from, ProcessDefinition to, MovePlan plan, SortedMap<String, List<String>> obstacles) {
        try {
            return built(from, to, plan);
        } catch (MigrationPlanValidationException refused) {
            refused.getValidationReport().getInstructionReports()
                    .forEach(one -> obstacles.computeIfAbsent(one.getMigrationInstruction().getSourceActivityId(), step -> new ArrayList<>()).addAll(one.getFailures()));
            return null;
        }
    }

    private void rehearse(MigrationPlan plan, String instance, SortedMap<String, List<String>> obstacles) {
        rehearsal.executeWithoutResult(transaction -> {
            transaction.setRollbackOnly();
            try {
                runtime.newMigration(plan).processInstanceIds(instance).execute();
            } catch (MigratingProcessInstanceValidationException refused) {
                var report = refused.getValidationReport();
                report.getActivityInstanceReports().forEach(one -> obstacle(obstacles, one));
                report.getTransitionInstanceReports().forEach(one -> obstacle(obstacles, one));
            }
        });
    }

    private static void obstacle(SortedMap<String, List<String>> obstacles, MigratingActivityInstanceValidationReport one) {
        note(obstacles, one.getSourceScopeId(), one.getFailures());
    }

    private static void obstacle(SortedMap<String, List<String>> obstacles, MigratingTransitionInstanceValidationReport one) {
        note(obstacles, one.getSourceScopeId(), one.getFailures());
    }

    /** The same sentence about the same step once. */
    private static void note(SortedMap<String, List<String>> obstacles, String step, List<String> sentences) {
        var known = obstacles.computeIfAbsent(step, s -> new ArrayList<>());
        sentences.stream().filter(sentence -> !known.contains(sentence)).forEach(known::add);
    }
}
