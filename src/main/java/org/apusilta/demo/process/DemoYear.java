package org.apusilta.demo.process;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.demo.internal.InventedRequests;
import org.apusilta.request.HelpRequests;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
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
    private final Desk desk;
    private final ManagementService jobs;
    private final Coordinators coordinators;
    private final Answers answers;
    private final AtOneGo atOneGo;

    DemoYear(HelpRequests requests, Catalogue catalogue, Desk desk, ManagementService jobs, Coordinators coordinators, Answers answers,
            AtOneGo atOneGo) {
        this.requests = requests;
        this.catalogue = catalogue;
        this.desk = desk;
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
                at(day, 8 + random.nextInt(8), until);
                var today = answers.ofToday(random);
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
                today.addAll(work(day, planned, random));
                Hands.doAll(today);
                withdrawDue(day, planned);
            }
        } finally {
            ClockUtil.reset();
        }
    }

    /** More each month, as with a service that becomes known. */
    private static int share(int cases, long day) {
        double x = day / (DAYS + 1.0);
        return (int) Math.round(cases * (0.2 * x + 0.8 * x * x));
    }

    private static void at(LocalDate day, int hour, Instant until) {
        var moment = day.atTime(hour, 0).atZone(HELSINKI).toInstant();
        ClockUtil.setCurrentTime(Date.from(moment.isAfter(until) ? until : moment));
    }

    /** What is due in each case, jobs and tasks, until nothing is; on free days nobody takes up a task. */
    private List<Hands.Step> work(LocalDate day, Map<String, LocalDate> planned, Random random) {
        boolean office = day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue();
        var due = new LinkedHashSet<>(desk.casesWithDueJobs());
        if (office) {
            desk.tasks().stream().filter(task -> isDue(task, day, planned, random)).map(OpenTask::ofCase).forEach(due::add);
        }
        return due.stream().map(one -> {
            var own = new Random(random.nextLong());
            return new Hands.Step(one, () -> {
                while (step(one, office, day, planned, own)) { }
            });
        }).toList();
    }

    /** @return false when there was nothing to do */
    private boolean step(String ofCase, boolean office, LocalDate day, Map<String, LocalDate> planned, Random random) {
        var lies = desk.of(ofCase);
        if (lies.dueJob().isPresent()) {
            atOneGo.run(() -> jobs.executeJob(lies.dueJob().get()));
            return true;
        }
        var task = office ? lies.tasks().stream().filter(one -> isDue(one, day, planned, random)).findFirst() : Optional.<OpenTask>empty();
        task.ifPresent(one -> atOneGo.run(() -> coordinators.complete(one, day, random)));
        return task.isPresent();
    }

    private boolean isDue(OpenTask task, LocalDate day, Map<String, LocalDate> planned, Random random) {
        return !planned.computeIfAbsent(task.id(), id -> coordinators.takesUp(task, day, random)).isAfter(day);
    }

    private void withdrawDue(LocalDate day, Map<String, LocalDate> planned) {
        var due = planned.entrySet().stream().filter(e -> e.getKey().startsWith("withdraw ") && !e.getValue().isAfter(day)).map(Map.Entry::getKey).toList();
        for (var key : due) {
            planned.remove(key);
            atOneGo.run(() -> answers.withdraw(UUID.fromString(key.substring("withdraw ".length()))));
        }
    }
}
