package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.catalogue.Assessments;
import org.apusilta.messaging.Messages;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** For tests around what a volunteer must have: Oona (Swedish, by e-mail) has just been approved and has nothing yet. Invented people. */
abstract class ProofCase {

    @Autowired protected Assessments assessments;
    @Autowired protected Messages messages;
    @Autowired protected RuntimeService runtime;
    @Autowired protected TaskService tasks;
    @Autowired protected HistoryService history;
    @Autowired protected ManagementService management;
    @Autowired protected JdbcClient db;
    @Autowired protected Clock clock;
    @Autowired protected MockMvc http;

    protected UUID person;
    protected ProcessInstance process;

    @BeforeEach
    void somebodyNew() {
        person = person("Oona", "sv", 1990);
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
        if (process != null && runtime.createProcessInstanceQuery().processInstanceId(process.getId()).count() > 0) {
            runtime.deleteProcessInstance(process.getId(), "the test is over");
        }
    }

    protected UUID person(String givenName, String language, int birthYear, String... kinds) {
        var id = UUID.randomUUID();
        db.sql("""
                INSERT INTO apusilta.volunteer (id, given_name, family_name, email, birth_year, language, district, x, y, status, joined_on, capacity, load,
                    max_distance_m, car, strength, pets_ok, smoke_ok)
                VALUES (?, ?, 'Öst', 'oona.ost@example.invalid', ?, ?, '703', 0, 0, 'ACTIVE', ?, 2, 0, 5000, false, false, true, true)""")
                .params(id, givenName, birthYear, language, today()).update();
        for (var kind : kinds) {
            db.sql("INSERT INTO apusilta.volunteer_kind VALUES (?, ?)").params(id, kind).update();
        }
        return id;
    }

    protected void wishes(String... kinds) {
        for (var kind : kinds) {
            db.sql("INSERT INTO apusilta.volunteer_kind VALUES (?, ?)").params(person, kind).update();
        }
    }

    protected void start(String key) {
        process = runtime.startProcessInstanceByKey(key, person.toString(), Map.of("majorDistrict", "7", "urgency", "NORMAL"));
        goOn();
    }

    protected void complete(String taskKey, String... variables) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i < variables.length; i += 2) {
            values.put(variables[i], variables[i + 1]);
        }
        var task = task(taskKey);
        assertThat(task).as(taskKey).isNotNull();
        tasks.setAssignee(task.getId(), "coordinator");
        tasks.complete(task.getId(), values);
        goOn();
    }

    protected Task task(String taskKey) {
        return tasks.createTaskQuery().processInstanceId(process.getId()).taskDefinitionKey(taskKey).singleResult();
    }

    /** Runs what the engine would run now by itself, timers apart. */
    protected void goOn() {
        for (var jobs = jobs(); !jobs.isEmpty(); jobs = jobs()) {
            jobs.forEach(management::executeJob);
        }
    }

    private List<String> jobs() {
        return management.createJobQuery().processInstanceId(process.getId()).messages().list().stream().map(Job::getId).toList();
    }

    /** The reminder's day comes. */
    protected void reminderDue() {
        var timer = management.createJobQuery().processInstanceId(process.getId()).timers().singleResult();
        ClockUtil.setCurrentTime(timer.getDuedate());
        management.executeJob(timer.getId());
        goOn();
    }

    protected Object variable(String name) {
        var found = history.createHistoricVariableInstanceQuery().processInstanceId(process.getId()).variableName(name).list();
        return found.isEmpty() ? null : found.get(0).getValue();
    }

    protected String link(String template) {
        return messages.of(person).stream().filter(m -> m.template().equals(template)).reduce((a, b) -> b).orElseThrow().links().get(0);
    }

    protected long sent(String template) {
        return messages.of(person).stream().filter(m -> m.template().equals(template)).count();
    }

    protected LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
    }

    protected LocalDate until(String column) {
        return db.sql("SELECT " + column + " FROM apusilta.volunteer WHERE id = ?").param(person).query((row, n) -> java.util.Optional.ofNullable(row.getObject(1, LocalDate.class))).single().orElse(null);
    }

    /** Offered and may need a check, as the migrations have it. */
    protected static final String WITH_MINORS = "FAMILY_FRIEND";

    protected void assessed(String kind, boolean holds) {
        assessments.assess(kind, true, true, holds, "lead");
    }
}
