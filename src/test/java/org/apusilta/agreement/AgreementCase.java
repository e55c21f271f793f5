package org.apusilta.agreement;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.Sent;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** For tests around an agreement: Aino (Finnish, by e-mail) has asked, Павел (Swedish, by e-mail) has said yes. Invented people. */
public abstract class AgreementCase {

    @Autowired protected HelpRequests requests;
    @Autowired protected Agreements agreements;
    @Autowired protected Messages messages;
    @Autowired protected RuntimeService runtime;
    @Autowired protected TaskService tasks;
    @Autowired protected ManagementService management;
    @Autowired protected JdbcClient db;
    @Autowired protected Clock clock;

    protected UUID caseId;
    protected UUID volunteerId;
    protected ProcessInstance process;

    @BeforeEach
    void aMatchedCase() {
        caseId = requests.submit(Sent.bySelf()).id();
        volunteerId = UUID.randomUUID();
        db.sql("""
                INSERT INTO apusilta.volunteer (id, given_name, family_name, email, birth_year, language, district, x, y, status, joined_on, capacity, load,
                    max_distance_m, car, strength, pets_ok, smoke_ok)
                VALUES (?, 'Павел', 'Öst', 'pavel@example.invalid', 1955, 'sv', '703', 0, 0, 'ACTIVE', '2020-01-01', 3, 1, 5000, false, false, true, true)""")
                .param(volunteerId).update();
        db.sql("UPDATE apusilta.volunteer SET agreement_until = :until, insured_until = :until WHERE id = :id").param("until", java.time.LocalDate.now(clock).plusYears(2)).param("id", volunteerId).update();
        db.sql("INSERT INTO apusilta.volunteer_training (volunteer_id, code, done_on) SELECT ?, code, ? FROM apusilta.training").params(volunteerId, java.time.LocalDate.now(clock).minusDays(9)).update();
        db.sql("INSERT INTO apusilta.offer (id, case_id, volunteer_id, instance_id, state, made_at, expires_at, answered_at) VALUES (?, ?, ?, 'none', 'ACCEPTED', ?, ?, ?)")
                .params(UUID.randomUUID(), caseId, volunteerId, now(), now(), now()).update();
    }

    @AfterEach
    void backToNow() {
        ClockUtil.reset();
    }

    protected void startProcess() {
        process = runtime.startProcessInstanceByKey("make-agreement", caseId.toString(), Map.of("majorDistrict", "7", "urgency", "NORMAL"));
    }

    /** Completes the task and lets the engine go on. */
    protected void complete(String taskKey, String... variables) {
        var values = new HashMap<String, Object>();
        for (int i = 0; i < variables.length; i += 2) {
            values.put(variables[i], variables[i + 1]);
        }
        var task = task(taskKey);
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
        return management.createJobQuery().processInstanceId(process.getId()).messages().list().stream().map(j -> j.getId()).toList();
    }

    protected void write(String field, String text) {
        db.sql("INSERT INTO apusilta.words (case_id, task_id, task_key, field, text, author, written_at) VALUES (?, 'task', 'finaliseAgreement', ?, ?, 'coordinator', ?)")
                .params(caseId, field, text, now()).update();
    }

    protected Agreements.Version version() {
        var all = agreements.of(caseId);
        return all.get(all.size() - 1);
    }

    /** @return the path of the last link in a message of this template */
    protected String link(String template) {
        return messages.of(caseId).stream().filter(m -> m.template().equals(template)).reduce((a, b) -> b).orElseThrow().links().get(0);
    }

    protected long sent(String template) {
        return messages.of(caseId).stream().filter(m -> m.template().equals(template)).count();
    }

    protected Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
