package org.apusilta.demo.process;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.demo.internal.InventedRequests;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Plays a year of cases day by day through the real engine: the clock is moved, due jobs run, and coordinators, volunteers and
 * clients do what such people do, late now and then. The job executor must be off meanwhile. Nothing is written past the engine,
 * so what the demo shows is what the product does.
 */
@Component
@Profile({"demo", "test"})
public class DemoYear {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final int DAYS = 364;

    private final HelpRequests requests;
    private final Catalogue catalogue;
    private final TaskService tasks;
    private final JdbcClient database;
    private final ManagementService jobs;
    private final Coordinators coordinators;
    private final Answers answers;
    private final AtOneGo atOneGo;

    DemoYear(HelpRequests requests, Catalogue catalogue, TaskService tasks, JdbcClient database, ManagementService jobs, Coordinators coordinators, Answers answers,
            AtOneGo atOneGo) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.tasks = tasks;
        this.database = database;
        this.jobs = jobs;
        this.coordinators = coordinators;
        this.answers = answers;
        this.atOneGo = atOneGo;
    }

    /**
     * @param cases how many requests come in over the year
     * @param until the end of the year; cases not finished by then stay open
     * @param progress told how many requests have come in
     */
    public void play(int cases, Instant until, long seed, IntConsumer progress) {
        var people = new InventedRequests(catalogue, seed);
        var random = new Random(seed);
        var planned = new ConcurrentHashMap<String, LocalDate>();
        var last = LocalDate.ofInstant(until, HELSINKI);
        var first = last.minusDays(DAYS);
        int sent = 0;
        try {
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                at(day, 8, until);
                runDueJobs();
                if (day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue()) {
                    work(day, planned, random);
                }
                at(day, 11, until);
                var today = answers.ofToday(random, cases());
                for (int due = share(cases, day.toEpochDay() - first.toEpochDay() + 1); sent < due; sent++) {
                    var request = people.next(day);
                    var withdrawnOn = random.nextInt(25) == 0 ? day.plusDays(2 + random.nextInt(40)) : null;
                    today.add(new Hands.Step("request " + sent, () -> atOneGo.run(() -> {
                        var id = requests.submit(request).id();
                        if (withdrawnOn != null) {
                            planned.put("withdraw " + id, withdrawnOn);
                        }
                    })));
                    progress.accept(sent + 1);
                }
                Hands.doAll(today);
                withdrawDue(day, planned);
            }
        } finally {
            ClockUtil.reset();
        }
    }

    /** Somewhat more each month, as a service that becomes known. */
    private static int share(int cases, long day) {
        double x = day / (DAYS + 1.0);
        return (int) Math.round(cases * (0.75 * x + 0.25 * x * x));
    }

    private static void at(LocalDate day, int hour, Instant until) {
        var moment = day.atTime(hour, 0).atZone(HELSINKI).toInstant();
        ClockUtil.setCurrentTime(Date.from(moment.isAfter(until) ? until : moment));
    }

    private void work(LocalDate day, Map<String, LocalDate> planned, Random random) {
        for (boolean more = true; more; ) {
            var now = new ArrayList<Hands.Step>();
            var cases = cases();
            for (Task task : tasks.createTaskQuery().active().orderByTaskCreateTime().asc().orderByTaskId().asc().list()) {
                var when = planned.computeIfAbsent(task.getId(), id -> coordinators.takesUp(task, day, random));
                if (!when.isAfter(day)) {
                    var own = new Random(random.nextLong());
                    var ofCase = cases.getOrDefault(task.getProcessInstanceId(), task.getId());
                    now.add(new Hands.Step(ofCase, () -> atOneGo.run(() -> coordinators.complete(task, ofCase, day, own))));
                }
            }
            Hands.doAll(now);
            more = !now.isEmpty();
        }
    }

    private void withdrawDue(LocalDate day, Map<String, LocalDate> planned) {
        var due = planned.entrySet().stream().filter(e -> e.getKey().startsWith("withdraw ") && !e.getValue().isAfter(day)).map(Map.Entry::getKey).toList();
        for (var key : due) {
            planned.remove(key);
            atOneGo.run(() -> answers.withdraw(UUID.fromString(key.substring("withdraw ".length()))));
        }
    }

    private void runDueJobs() {
        for (var due = due(); !due.isEmpty(); due = due()) {
            var cases = cases();
            Hands.doAll(due.stream().map(job -> new Hands.Step(cases.getOrDefault(job.getProcessInstanceId(), job.getId()), () -> run(job))).toList());
        }
    }

    /** @return the case of each running instance; asked for so often that the engine's own query would cost a tenth of the time */
    private Map<String, String> cases() {
        return database.sql("select id_, business_key_ from public.act_ru_execution where parent_id_ is null and business_key_ is not null")
                .query((row, n) -> Map.entry(row.getString(1), row.getString(2))).list().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those of cases: the nightly cleanup of history, which belongs to none, runs by itself. */
    private List<Job> due() {
        return jobs.createJobQuery().executable().list().stream().filter(job -> job.getProcessInstanceId() != null).toList();
    }

    private void run(Job job) {
        try {
            atOneGo.run(() -> jobs.executeJob(job.getId()));
        } catch (ProcessEngineException e) {
            // one job of a case can make another superfluous: an answer takes its timer with it
            if (jobs.createJobQuery().jobId(job.getId()).count() > 0) {
                throw e;
            }
        }
    }
}
