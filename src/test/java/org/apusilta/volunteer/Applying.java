package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.apusilta.engine.Words;
import org.apusilta.messaging.LinkPage;
import org.apusilta.messaging.Messages;
import org.apusilta.volunteer.NewApplication.Age;
import org.apusilta.volunteer.NewApplication.Group;
import org.apusilta.volunteer.NewApplication.GroupKind;
import org.apusilta.volunteer.NewApplication.Guardian;
import org.apusilta.volunteer.NewApplication.HeardFrom;
import org.apusilta.volunteer.NewApplication.Home;
import org.apusilta.volunteer.NewApplication.Person;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks one application through the real processes as its people would. */
public final class Applying {

    public static final String EAST = "701";

    private static final AtomicInteger NAMES = new AtomicInteger();

    final Applications applications;
    final JdbcClient database;
    final Messages messages;
    final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService jobs;
    private final Words words;
    private final ListableBeanFactory beans;

    public Applying(ListableBeanFactory beans) {
        this.beans = beans;
        applications = beans.getBean(Applications.class);
        database = beans.getBean(JdbcClient.class);
        messages = beans.getBean(Messages.class);
        words = beans.getBean(Words.class);
        var engine = beans.getBean(ProcessEngine.class);
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        jobs = engine.getManagementService();
    }

    static NewApplication adult() {
        return person(Age.ADULT, 1956, null);
    }

    static NewApplication child() {
        return person(Age.CHILD, 2013, new Guardian("Huoltaja Huolehtivainen", "huoltaja@example.org", null));
    }

    static NewApplication person(Age age, int year, Guardian guardian) {
        return of(age, year, guardian, null, "FRIEND_VISIT");
    }

    static NewApplication group() {
        return of(null, 0, null, new Group(GroupKind.COMPANY, "Testi Oy", 12), "PARK_GODPARENT");
    }

    static NewApplication of(Age age, int year, Guardian guardian, Group group, String kind) {
        int n = NAMES.incrementAndGet();
        return new NewApplication(UUID.randomUUID(), null, group, new Person("Hakija-Helmi", "Auttavainen" + n, "helmi" + n + "@example.org", "+358 40 1234 " + (100 + n)),
                group == null ? year : null, age, "fi", List.of(kind), EAST, 8_000, List.of("MON_AM", "TUE_PM"), Map.of("fi", "C1", "sv", "A2"), true,
                new Home(false, false, true, false), "Haluan olla hyödyksi.", HeardFrom.LIBRARY, guardian);
    }

    UUID sent(NewApplication application) {
        var id = applications.submit(application);
        runJobs(id);
        return id;
    }

    /** An adult's application that a coordinator has invited to a talk; some times are free. */
    UUID invited() {
        someTimes();
        var id = sent(adult());
        complete(id, "reviewApplication", Map.of("reviewOutcome", "INTERVIEW"), Map.of());
        return id;
    }

    /** The time is booked by link. */
    UUID booked() {
        var id = invited();
        answer("talk", id, Map.of("slot", freeTime().toString()));
        return id;
    }

    /** The day of the talk has come. */
    UUID talking() {
        var id = booked();
        timePassesUntil(id, "interviewDay");
        return id;
    }

    UUID suitable() {
        var id = talking();
        complete(id, "holdInterview", Map.of("interviewOutcome", "SUITABLE"), Map.of("referees", "Naapuri Niina, 040 111"));
        return id;
    }

    void someTimes() {
        for (int i = 0; i < 3; i++) {
            slot(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(3 + i)));
        }
    }

    UUID slot(Instant at) {
        var id = UUID.randomUUID();
        database.sql("insert into apusilta.interview_slot (id, major, held_by, starts_at, minutes, way, place) values (?, '7', ?, ?, 30, 'PHONE', null)")
                .params(id, "coordinator" + NAMES.incrementAndGet(), java.sql.Timestamp.from(at)).update();
        return id;
    }

    void noTimes() {
        database.sql("delete from apusilta.interview_slot where application_id is null").update();
    }

    UUID freeTime() {
        return database.sql("select id from apusilta.interview_slot where application_id is null and major = '7' and starts_at > ? order by starts_at limit 1")
                .param(java.sql.Timestamp.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofHours(3)))).query(UUID.class).single();
    }

    void complete(UUID id, String key, Map<String, Object> decided, Map<String, String> said) {
        var task = task(id, key);
        tasks.setAssignee(task.getId(), "coordinator");
        words.keep(id, task.getId(), key, said, "coordinator");
        tasks.complete(task.getId(), new HashMap<>(decided));
        runJobs(id);
    }

    /** As if somebody completed it past every form: nobody is known to have done it. */
    void completeAnonymously(UUID id, String key, Map<String, Object> decided) {
        tasks.complete(task(id, key).getId(), new HashMap<>(decided));
        runJobs(id);
    }

    Task task(UUID id, String key) {
        var task = tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).taskDefinitionKey(key).singleResult();
        assertThat(task).as(key + " is open; open are " + openTasks(id)).isNotNull();
        return task;
    }

    List<String> openTasks(UUID id) {
        return tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).list().stream().map(Task::getTaskDefinitionKey).toList();
    }

    /** @return where the tokens stand, user tasks and messages */
    List<String> waits(UUID id) {
        return database.sql("select step from apusilta.case_step where case_id = ? and left_at is null and type in ('userTask', 'receiveTask') order by step").param(id)
                .query(String.class).list();
    }

    LinkPage.Page answer(String purpose, UUID id, Map<String, String> fields) {
        var page = page(purpose).answer(new LinkPage.Opened(id, purpose, id, Locale.forLanguageTag("fi")), fields);
        runJobs(id);
        return page;
    }

    LinkPage.Page show(String purpose, UUID id) {
        return page(purpose).show(new LinkPage.Opened(id, purpose, id, Locale.forLanguageTag("fi")));
    }

    private LinkPage page(String purpose) {
        return beans.getBeansOfType(LinkPage.class).values().stream().filter(one -> one.purpose().equals(purpose)).findFirst().orElseThrow();
    }

    void timePassesUntil(UUID id, String element) {
        var timer = instances(id).stream().flatMap(i -> jobs.createJobQuery().processInstanceId(i).activityId(element).timers().list().stream()).findFirst();
        assertThat(timer).as("a timer at " + element).isPresent();
        ClockUtil.setCurrentTime(new Date(timer.get().getDuedate().getTime() + 60_000));
        runJobs(id);
    }

    void runJobs(UUID id) {
        for (Job job = nextJob(id); job != null; job = nextJob(id)) {
            jobs.executeJob(job.getId());
        }
    }

    private Job nextJob(UUID id) {
        return instances(id).stream().flatMap(i -> jobs.createJobQuery().processInstanceId(i).executable().list().stream()).findFirst().orElse(null);
    }

    int allJobs(UUID id) {
        return (int) instances(id).stream().mapToLong(i -> jobs.createJobQuery().processInstanceId(i).count()).sum();
    }

    List<String> instances(UUID id) {
        return runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().stream().map(i -> i.getId()).toList();
    }

    List<String> letters(UUID id) {
        return messages.of(id).stream().map(Messages.Sent::template).toList();
    }

    Application.Outcome outcome(UUID id) {
        return applications.find(id).orElseThrow().outcome();
    }

    String status(UUID id) {
        return database.sql("select status from apusilta.volunteer where id = ?").param(id).query(String.class).optional().orElse(null);
    }
}
