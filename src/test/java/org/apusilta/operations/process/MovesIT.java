package org.apusilta.operations.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apusilta.ApusiltaTest;
import org.apusilta.engine.Caller;
import org.apusilta.operations.internal.MoveRows.Became;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is said of a move is what became of its instances, not what the engine's batch counts. */
@ApusiltaTest
class MovesIT {

    private static final String KEY = "moved-process";

    @Autowired Moves moves;
    @Autowired MoveProgress progress;
    @Autowired VersionsOverview overview;
    @Autowired RepositoryService drawings;
    @Autowired RuntimeService runtime;
    @Autowired TaskService tasks;
    @Autowired ManagementService management;
    @Autowired JdbcClient database;
    @LocalServerPort int port;

    private final List<String> deployments = new ArrayList<>();
    private final List<String> instances = new ArrayList<>();
    private int old;

    @BeforeEach
    void threeInTheOldVersion() {
        old = drawn();
        for (int i = 0; i < 3; i++) {
            instances.add(runtime.startProcessInstanceByKey(KEY).getId());
        }
        drawn();
        assertThat(moves.start(KEY, old, "admin")).isEqualTo(3);
    }

    @AfterEach
    void asBefore() {
        management.createBatchQuery().list().forEach(batch -> management.deleteBatch(batch.getId(), true));
        database.sql("DELETE FROM apusilta.migration WHERE process = ?").param(KEY).update();
        deployments.forEach(one -> drawings.deleteDeployment(one, true));
    }

    @Test
    void whatHadEndedBeforeItsTurnWasNotMovedAndIsNoFault() {
        tasks.complete(tasks.createTaskQuery().processInstanceId(instances.get(1)).singleResult().getId());
        work(batch());
        assertThat(shown()).satisfies(move -> {
            assertThat(move.became()).isEqualTo(new Became(2, 1, 0));
            assertThat(move.failed()).isZero();
            assertThat(move.over()).isTrue();
        });
        assertThat(page()).contains("2 of 3 moved", "One had ended before its turn").doesNotContain("All 3 have been moved", "could not be moved", "was not moved");

        progress.everyMinute();
        assertThat(management.createBatchQuery().count()).as("nothing fails for ever on what has ended").isZero();
        assertThat(shown().begun().became()).as("kept, for the engine forgets").isEqualTo(new Became(2, 1, 0));
    }

    @Test
    void whenTheBatchIsGoneHalfWayNotAllAreMoved() {
        seeded(batch());
        var first = management.createJobQuery().jobDefinitionId(batch().getBatchJobDefinitionId()).listPage(0, 1).get(0);
        management.executeJob(first.getId());
        assertThat(shown().became()).isEqualTo(new Became(1, 0, 2));
        assertThat(shown().over()).isFalse();
        assertThat(page()).contains("1 of 3 moved").doesNotContain("was not moved", "were not moved");

        management.deleteBatch(batch().getId(), false);
        assertThat(page()).contains("1 of 3 moved", "2 were not moved and go on in the old version").doesNotContain("All 3 have been moved");
        progress.everyMinute();
        assertThat(shown().begun().became()).isEqualTo(new Became(1, 0, 2));

        assertThat(moves.start(KEY, old, "admin")).as("planned again for them").isEqualTo(2);
        work(batch());
        progress.everyMinute();
        assertThat(shown().begun().became()).isEqualTo(new Became(2, 0, 0));
        assertThat(page()).contains("All 2 have been moved");
    }

    @Test
    void whatEndsInTheNewVersionWasMoved() {
        work(batch());
        instances.forEach(one -> tasks.complete(tasks.createTaskQuery().processInstanceId(one).singleResult().getId()));
        progress.everyMinute();
        assertThat(shown().begun().became()).isEqualTo(new Became(3, 0, 0));
        assertThat(database.sql("SELECT count(*) FROM apusilta.migration_case").query(Long.class).single()).as("no longer needed").isZero();
    }

    private VersionsOverview.Move shown() {
        return overview.moves().get(0);
    }

    private String page() {
        return Caller.tasklist(port, "admin").get("/versions", "en").body();
    }

    private Batch batch() {
        return management.createBatchQuery().singleResult();
    }

    /** As the job executor would, with every retry at once. */
    private void work(Batch batch) {
        seeded(batch);
        for (var job : management.createJobQuery().jobDefinitionId(batch.getBatchJobDefinitionId()).list()) {
            for (int tries = 0; tries < 4 && management.createJobQuery().jobId(job.getId()).withRetriesLeft().count() == 1; tries++) {
                try {
                    management.executeJob(job.getId());
                } catch (RuntimeException hadEnded) {
                    assertThat(hadEnded).hasMessageContaining("does not exist");
                }
            }
        }
        management.createJobQuery().jobDefinitionId(batch.getMonitorJobDefinitionId()).list().forEach(job -> management.executeJob(job.getId()));
    }

    private void seeded(Batch batch) {
        management.createJobQuery().jobDefinitionId(batch.getSeedJobDefinitionId()).list().forEach(job -> management.executeJob(job.getId()));
    }

    /** @return the version of one more drawing of it */
    private int drawn() {
        var made = drawings.createDeployment().addModelInstance(KEY + ".bpmn", model()).deployWithResult();
        deployments.add(made.getId());
        return made.getDeployedProcessDefinitions().get(0).getVersion();
    }

    private static BpmnModelInstance model() {
        return Bpmn.createExecutableProcess(KEY).camundaHistoryTimeToLiveString("P180D").startEvent().userTask("wait").endEvent().done();
    }
}
