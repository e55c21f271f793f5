package org.apusilta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apusilta.engine.Accounts;
import org.apusilta.journey.Journey;
import org.apusilta.journey.WholeCase;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricVariableUpdate;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whole cases a second by four clients: from the request to the answer after the ending, with all rows, messages and links; each form
 * is served and what is sent checked as the door does; jobs are run by the client as a job executor would. All of it in the JVM, not
 * by HTTP; no PDF is drawn, that is measured apart. Baseline: the same drawings on a {@link BareEngine}, the same steps.
 */
@Benchmark("lifecycle")
@Application
@Import({Journey.class, WholeCase.class, org.apusilta.engine.forms.ServedForms.class})
class LifecycleBenchmark {

    private static final int CLIENTS = 4;
    private static final int TIMES = 7;
    /** Seconds until nearly all is compiled; the compiler has the same two cores. */
    private static final int WARM = 75;
    private static final int WARM_BARE = 15;
    /** Cases that wait meanwhile, on both sides: the database plans for tables that are not empty. */
    private static final int OPEN = 200;
    private static final int PAPERS = 20;
    /** Of the cases that are over. */
    static final String STEPS = "SELECT count(*) FROM act_hi_actinst step JOIN act_hi_procinst root ON root.id_ = step.root_proc_inst_id_ WHERE root.end_time_ IS NOT NULL";
    private static final long SEED = 500_005L;

    @Autowired WholeCase wholeCase;
    @Autowired HistoryService history;
    @Autowired Accounts accounts;
    @Autowired JdbcTemplate jdbc;
    @Autowired HikariDataSource connections;
    @Autowired EmbeddedPostgres postgres;

    @Test
    void wholeCasesASecond() {
        wholeCase.people(5_200, SEED);
        int goes = Scale.of(16);
        AtOnce.perSecond(CLIENTS, OPEN, i -> wholeCase.begin());
        settle(jdbc, connections);
        int lived = AtOnce.warm(CLIENTS, Scale.of(WARM), i -> wholeCase.live()) + 1;
        var id = wholeCase.live();
        jdbc.execute("CREATE DATABASE bare");
        try (var bare = new BareEngine(postgres.getJdbcUrl("postgres", "bare"), told(id.toString()), new Authentication("coordinator", List.copyOf(accounts.find("coordinator").orElseThrow().groups())))) {
            AtOnce.perSecond(CLIENTS, OPEN, i -> bare.begin());
            bare.settle();
            int livedBare = AtOnce.warm(CLIENTS, Scale.of(WARM_BARE), i -> bare.live());
            var ours = new Samples();
            var empty = new Samples();
            for (int i = 0; i < TIMES; i++) {
                ours.add(AtOnce.perSecond(CLIENTS, goes, n -> wholeCase.live()));
                empty.add(AtOnce.perSecond(CLIENTS, goes, n -> bare.live()));
            }
            lived += TIMES * goes;
            livedBare += TIMES * goes;
            assertThat(jdbc.queryForObject("SELECT count(*) FROM apusilta.help_request WHERE outcome = 'ENDED'", Long.class)).isEqualTo(lived);
            assertThat(jdbc.queryForObject("SELECT count(*) FROM act_ru_execution WHERE parent_id_ IS NULL", Long.class)).as("nothing else runs on").isEqualTo(OPEN);
            assertThat(bare.running()).isEqualTo(OPEN);
            assertThat(bare.ended()).isEqualTo(livedBare);
            var steps = jdbc.queryForObject(STEPS, Long.class) / (double) lived;
            var bareSteps = bare.steps() / (double) livedBare;
            assertThat(steps).as("steps a case; more where the one chosen was booked meanwhile").isBetween(bareSteps, bareSteps * 1.05);
            var figure = Figure.of("lifecycle", ours.median(), "cases/s", empty.median());
            var report = new Report("lifecycle", "steps a case", "cases/s", "bare engine/s", "ratio", "agreement as PDF ms");
            var papers = new Samples();
            for (int i = 0; i < PAPERS; i++) {
                assertThat(papers.of(() -> wholeCase.paper(id))).startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            }
            report.row(steps, ours.median(), empty.median(), figure.ratio(), papers.median());
            report.figure(Figure.alone("lifecycle.pdf", papers.median(), "ms"));
            report.atLeast(figure, 0.6);
            report.done();
        }
    }

    /**
     * As a server that has run for some time: the database knows its tables, and no connection is left that has met them empty. Such a one
     * plans the engine's queries anew for as long as it lives (half an hour), as a plan for all looked dear to it then.
     */
    static void settle(JdbcTemplate jdbc, HikariDataSource connections) {
        jdbc.execute("VACUUM ANALYZE");
        connections.getHikariPoolMXBean().softEvictConnections();
    }

    /** What the delegates of this case have told the engine, and what its two roots began with. */
    private Map<String, Map<String, Object>> told(String id) {
        var told = new HashMap<String, Map<String, Object>>();
        for (HistoricProcessInstance instance : history.createHistoricProcessInstanceQuery().processInstanceBusinessKey(id).list()) {
            var steps = new HashMap<String, HistoricActivityInstance>();
            history.createHistoricActivityInstanceQuery().processInstanceId(instance.getId()).activityType("serviceTask").list().forEach(step -> steps.put(step.getId(), step));
            history.createHistoricDetailQuery().processInstanceId(instance.getId()).variableUpdates().disableBinaryFetching().list().forEach(detail -> {
                var update = (HistoricVariableUpdate) detail;
                var step = steps.get(update.getActivityInstanceId());
                var drawing = instance.getProcessDefinitionKey();
                if (step != null) {
                    told.computeIfAbsent(drawing + "/" + step.getActivityId(), any -> new HashMap<>()).put(update.getVariableName(), update.getValue());
                } else if (update.isInitial() && instance.getSuperProcessInstanceId() == null) {
                    told.computeIfAbsent(drawing, any -> new HashMap<>()).put(update.getVariableName(), update.getValue());
                }
            });
        }
        return told;
    }
}
