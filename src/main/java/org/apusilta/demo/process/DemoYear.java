package org.apusilta.demo.process;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.demo.internal.InventedRequests;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Profile;
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
    private final RuntimeService runtime;
    private final ManagementService jobs;
    private final Coordinators coordinators;
    private final Answers answers;

    DemoYear(HelpRequests requests, Catalogue catalogue, TaskService tasks, RuntimeService runtime, ManagementService jobs,
            Coordinators coordinators, Answers answers) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.tasks = tasks;
        this.runtime = runtime;
        this.jobs = jobs;
        this.coordinators = coordinators;
        this.answers = answers;
    }

    /**
     * @param cases how many requests come in over the year
     * @param until the end of the year; cases not finished by then stay open
     * @param progress told how many requests have come in
     */
    public void play(int cases, Instant until, long seed, IntConsumer progress) {
        var people = new InventedRequests(catalogue, seed);
        var random = new Random(seed);
        var takenUp = new ConcurrentHashMap<String, LocalDate>();
        var withdrawals = new HashMap<UUID, LocalDate>();
        var last = LocalDate.ofInstant(until, HELSINKI);
        var first = last.minusDays(DAYS);
        int sent = 0;
        try (var hands = new Hands()) {
            for (var day = first; !day.isAfter(last); day = day.plusDays(1)) {
                var today = day;
                boolean working = day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
                at(day, 8, until);
                var busy = casesWithDueJobs();
                if (working) {
                    busy.addAll(casesWithTasksFor(today, takenUp, random));
                }
                hands.doAll(busy, random, (id, own) -> playOn(id, today, working, takenUp, own));
                hands.doAll(answers.whoAnswersToday(), random, (id, own) -> {
                    if (answers.answer(id, own)) {
                        playOn(id, today, working, takenUp, own);
                    }
                });
                at(day, 11, until);
                for (int due = share(cases, day.toEpochDay() - first.toEpochDay() + 1); sent < due; sent++) {
                    var id = requests.submit(people.next(day)).id();
                    if (random.nextInt(20) == 0) {
                        withdrawals.put(id, day.plusDays(2 + random.nextInt(40)));
                    }
                    playOn(id, today, false, takenUp, random);
                    progress.accept(sent + 1);
                }
                withdrawals.entrySet().removeIf(e -> {
                    boolean now = !e.getValue().isAfter(today);
                    if (now) {
                        answers.withdraw(e.getKey());
                        playOn(e.getKey(), today, false, takenUp, random);
                    }
                    return now;
                });
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

    private Set<UUID> casesWithDueJobs() {
        return casesOf(jobs.createJobQuery().executable().list().stream().map(Job::getProcessInstanceId).collect(Collectors.toSet()));
    }

    private Set<UUID> casesWithTasksFor(LocalDate day, Map<String, LocalDate> takenUp, Random random) {
        return casesOf(tasks.createTaskQuery().active().list().stream()
                .filter(task -> !takenUp.computeIfAbsent(task.getId(), id -> coordinators.takesUp(task, day, random)).isAfter(day))
                .map(Task::getProcessInstanceId).collect(Collectors.toSet()));
    }

    private Set<UUID> casesOf(Set<String> instances) {
        return instances.isEmpty() ? new TreeSet<>() : runtime.createProcessInstanceQuery().processInstanceIds(instances).list().stream()
                .map(instance -> UUID.fromString(instance.getBusinessKey())).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One case, as far as it comes today: its due jobs, and the tasks somebody takes up today. */
    private void playOn(UUID id, LocalDate day, boolean working, Map<String, LocalDate> takenUp, Random random) {
        do {
            runDueJobs(id);
        } while (working && workOn(id, day, takenUp, random));
    }

    private boolean workOn(UUID id, LocalDate day, Map<String, LocalDate> takenUp, Random random) {
        boolean worked = false;
        for (var task : tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).active().list()) {
            if (!takenUp.computeIfAbsent(task.getId(), t -> coordinators.takesUp(task, day, random)).isAfter(day)) {
                coordinators.complete(task, id, day, random);
                worked = true;
            }
        }
        return worked;
    }

    private void runDueJobs(UUID id) {
        for (var due = dueJobs(id); !due.isEmpty(); due = dueJobs(id)) {
            due.forEach(this::run);
        }
    }

    private List<Job> dueJobs(UUID id) {
        var instances = runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).list().stream()
                .map(ProcessInstance::getId).collect(Collectors.toSet());
        return instances.isEmpty() ? List.of() : jobs.createJobQuery().processInstanceIds(instances).executable().list();
    }

    private void run(Job job) {
        try {
            jobs.executeJob(job.getId());
        } catch (ProcessEngineException e) {
            // one job of a case can make another superfluous: an answer takes its timer with it
            if (jobs.createJobQuery().jobId(job.getId()).count() > 0) {
                throw e;
            }
        }
    }
}
