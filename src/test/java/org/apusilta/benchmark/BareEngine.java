package org.apusilta.benchmark;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Camunda and nothing else, in a database of its own on the same PostgreSQL with the same pool, history level, authorisation and retries:
 * our own drawings and decisions, each delegate empty but for the variables that ours has set in a case lived before, by which the
 * gateways go the same way. Dates are a few days off, not working days; tasks are completed by somebody logged in whose groups may; no guard, task text or listener of ours is there.
 */
final class BareEngine implements AutoCloseable {

    private static final Pattern DELEGATE = Pattern.compile("delegateExpression=\"\\$\\{(\\w+)}\"");
    private static final int CONNECTIONS = 20;

    private final HikariDataSource connections;
    private final ProcessEngine engine;
    private final JdbcClient database;
    private final Map<String, Map<String, Object>> told;
    private final Authentication worker;

    /**
     * @param told variables by the step that sets them, {@code process/activity} or {@code process} for those it starts with
     * @param worker completes the tasks: the engine looks at the groups' rights, and keeps in its history who did what, as it does in ours
     */
    BareEngine(String url, Map<String, Map<String, Object>> told, Authentication worker) {
        this.told = told;
        this.worker = worker;
        var pool = new HikariConfig();
        pool.setJdbcUrl(url + "&reWriteBatchedInserts=true&logServerErrorDetail=false&preparedStatementCacheQueries=1024&preparedStatementCacheSizeMiB=16");
        pool.setUsername("postgres");
        pool.setPassword("postgres");
        pool.setMaximumPoolSize(CONNECTIONS);
        pool.setMinimumIdle(4);
        connections = new HikariDataSource(pool);
        database = JdbcClient.create(connections);
        var configuration = new StandaloneProcessEngineConfiguration();
        configuration.setProcessEngineName("bare").setDataSource(connections).setDatabaseSchemaUpdate("true").setHistory("full").setAuthorizationEnabled(true)
                .setJobExecutorActivate(false);
        // as Spring Boot's starter sets it: ids that need no block of their own from the database, and are longer
        configuration.setIdGenerator(new StrongUuidGenerator());
        configuration.setMetricsEnabled(false);
        configuration.setAuthorizationCheckRevokes("never");
        configuration.setFailedJobRetryTimeCycle("PT1M,PT10M,PT1H");
        configuration.setEnableExceptionsAfterUnhandledBpmnError(true);
        configuration.setHistoryTimeToLive("P180D");
        configuration.setBeans(beans());
        engine = configuration.buildProcessEngine();
        deploy();
    }

    private Map<Object, Object> beans() {
        var beans = new HashMap<Object, Object>();
        JavaDelegate empty = this::empty;
        for (var drawing : drawings("bpmn")) {
            DELEGATE.matcher(text(drawing)).results().forEach(found -> beans.put(found.group(1), empty));
        }
        var days = new Days();
        beans.put("workdays", days);
        beans.put("waitingTimes", days);
        return beans;
    }

    private void empty(DelegateExecution at) {
        var drawing = at.getProcessDefinitionId().split(":")[0];
        told.getOrDefault(drawing + "/" + at.getCurrentActivityId(), Map.of()).forEach(at::setVariable);
        if (at.getCurrentActivityId().equals("activateSupport")) {
            at.getProcessEngineServices().getRuntimeService().createMessageCorrelation("FollowUpPeriodBegan").processInstanceBusinessKey(at.getProcessBusinessKey())
                    .setVariables(told.get("support-relationship")).correlateStartMessage();
        }
    }

    private void deploy() {
        var deployment = engine.getRepositoryService().createDeployment();
        for (var kind : List.of("bpmn", "dmn")) {
            for (var one : drawings(kind)) {
                deployment.addString(one.getFilename(), text(one));
            }
        }
        deployment.deploy();
    }

    /** Those of the modules a case goes through. */
    private static List<Resource> drawings(String kind) {
        var found = new ArrayList<Resource>();
        for (var module : List.of("request", "matching", "agreement", "relationship")) {
            try {
                found.addAll(List.of(new PathMatchingResourcePatternResolver().getResources("classpath*:processes/" + module + "/*." + kind)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static String text(Resource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same steps as {@link org.apusilta.journey.WholeCase}. */
    void live() {
        var key = begin();
        complete(key, "screenRequest", Map.of("screeningOutcome", "ACCEPTED"));
        complete(key, "chooseVolunteer", Map.of("chosenVolunteerId", UUID.randomUUID().toString()));
        hear(key, "OfferAnswered", Map.of("offerAnswer", "ACCEPTED"));
        hear(key, "ClientAnswered", Map.of());
        complete(key, "arrangeFirstMeeting", Map.of("meetingDate", LocalDate.now(ZoneId.of("Europe/Helsinki")).minusDays(2).toString(), "accompanied", true));
        complete(key, "recordFirstMeeting", Map.of("meetingOutcome", "CONTINUE"));
        complete(key, "finaliseAgreement", Map.of("agreementOutcome", "READY"));
        hear(key, "AgreementConfirmed", Map.of());
        timer(key, "followUpDue");
        hear(key, "CheckInsAnswered", Map.of());
        complete(key, "followUp", Map.of("followUpOutcome", "END"));
        complete(key, "closeRelationship", Map.of("closingReason", "GOAL_MET"));
        hear(key, "WishGiven", Map.of("nextWish", "REMATCH"));
    }

    /** @return key of a case that waits to be screened */
    String begin() {
        var key = UUID.randomUUID().toString();
        engine.getRuntimeService().createMessageCorrelation("HelpRequestReceived").processInstanceBusinessKey(key).setVariables(told.get("help-request")).correlateStartMessage();
        jobs(key);
        return key;
    }

    void settle() {
        LifecycleBenchmark.settle(new JdbcTemplate(connections), connections);
    }

    private void complete(String key, String task, Map<String, Object> decided) {
        var id = database.sql("select t.id_ from act_ru_task t join act_ru_execution e on e.id_ = t.proc_inst_id_ where e.business_key_ = ? and t.task_def_key_ = ?")
                .params(key, task).query(String.class).single();
        engine.getIdentityService().setAuthentication(worker);
        try {
            engine.getTaskService().complete(id, decided);
        } finally {
            engine.getIdentityService().clearAuthentication();
        }
        jobs(key);
    }

    private void hear(String key, String message, Map<String, Object> variables) {
        var waiting = database.sql("""
                select s.execution_id_ from act_ru_event_subscr s join act_ru_execution e on e.id_ = s.proc_inst_id_
                where e.business_key_ = ? and s.event_name_ = ?""").params(key, message).query(String.class).single();
        engine.getRuntimeService().messageEventReceived(message, waiting, variables);
        jobs(key);
    }

    private void timer(String key, String element) {
        engine.getManagementService().executeJob(database.sql("""
                select j.id_ from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_ join act_ru_jobdef d on d.id_ = j.job_def_id_
                where e.business_key_ = ? and d.act_id_ = ? and j.type_ = 'timer'""").params(key, element).query(String.class).single());
        jobs(key);
    }

    private void jobs(String key) {
        for (var next = nextJob(key); next.isPresent(); next = nextJob(key)) {
            engine.getManagementService().executeJob(next.get());
        }
    }

    private java.util.Optional<String> nextJob(String key) {
        return database.sql("""
                select j.id_ from act_ru_execution e join act_ru_job j on e.id_ = j.process_instance_id_
                where e.business_key_ = ? and (j.type_ = 'message' or j.duedate_ <= now()) limit 1""").param(key).query(String.class).optional();
    }

    long running() {
        return engine.getRuntimeService().createProcessInstanceQuery().count();
    }

    long ended() {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("support-relationship").completed().count();
    }

    /** @return how many steps all the cases that are over have gone through */
    long steps() {
        return database.sql(LifecycleBenchmark.STEPS).query(Long.class).single();
    }

    @Override
    public void close() {
        engine.close();
        connections.close();
    }

    /** What the drawings ask the calendar for. */
    public static final class Days {

        private static final int PRIORITY = 50;
        private static final int DAYS = 3;

        public Date due(DelegateExecution execution) {
            return after(DAYS);
        }

        public Date due(DelegateExecution execution, String key) {
            return after(DAYS);
        }

        public Date contactDue(DelegateExecution execution) {
            return after(DAYS);
        }

        public int number(DelegateExecution execution) {
            return 1;
        }

        public int priority(DelegateExecution execution) {
            return PRIORITY;
        }

        public Date morningAfter(String day) {
            return at(LocalDate.parse(day).plusDays(1).toString(), 9);
        }

        public Date after(int days) {
            return Date.from(Instant.now().plus(days, ChronoUnit.DAYS));
        }

        public Date at(String day, int hour) {
            return Timestamp.valueOf(LocalDate.parse(day).atTime(hour, 0));
        }
    }
}
