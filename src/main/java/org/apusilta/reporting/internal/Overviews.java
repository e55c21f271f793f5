package org.apusilta.reporting.internal;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apusilta.engine.CaseStepFigures;
import org.apusilta.engine.CaseStepFigures.Place;
import org.apusilta.engine.CaseStepFigures.Scope;
import org.apusilta.engine.CaseStepFigures.StepFigure;
import org.apusilta.catalogue.BorderRule.Side;
import org.apusilta.relationship.SupportFigures;
import org.apusilta.request.Border;
import org.apusilta.request.Outcome;
import org.apusilta.request.RequestFigures;
import org.apusilta.request.RequestFigures.Open;
import org.apusilta.request.RequestFigures.Weekly;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the figures together: a dozen questions to the database, however many cases there are. */
@Service
@Transactional(readOnly = true)
public class Overviews {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final Place SUPPORT_BEGAN = new Place("help-request", "supportActivated");

    private final RequestFigures requests;
    private final CaseStepFigures steps;
    private final Border border;
    private final SupportFigures supports;
    private final Clock clock;

    Overviews(RequestFigures requests, CaseStepFigures steps, Border border, SupportFigures supports, Clock clock) {
        this.requests = requests;
        this.steps = steps;
        this.border = border;
        this.supports = supports;
        this.clock = clock;
    }

    /**
     * @param major code of a major district, null for all
     * @param weeks how many weeks back, this one included
     * @param process whose drawn steps are counted
     */
    public Overview of(@Nullable String major, int weeks, String process) {
        var now = clock.instant();
        var mondays = mondays(weeks);
        var from = mondays.get(0).atStartOfDay(HELSINKI).toInstant();
        var cases = major == null ? null : requests.ids(major);
        // what happens at this very moment counts
        var scope = new Scope(cases, from, now.plusSeconds(1));
        var open = requests.open(major);
        var queues = queues(major);
        var weekly = requests.weekly(major, scope.from(), scope.to());
        return new Overview(open.size(), count(open, Stage.ACTIVE::equals), count(open, Overviews::searching),
                queues.stream().mapToInt(Overview.Queue::overdue).sum(), steps.climbed(group(major)), Arrays.stream(Age.values()).map(Age::name).toList(),
                ages(open, now), weeks(mondays, weekly, scope), times(scope), queues, drawn(process, scope, now), border(major, scope), professional(weekly), border.allProfessional(major, scope.from(), scope.to()),
                supports.now(major), supports.visits(major, scope.from(), scope.to()), supports.drifts(major, scope.from(), scope.to()));
    }

    /** @return the process as drawn, BPMN XML */
    public String drawing(String process) {
        return steps.drawing(process);
    }

    private static boolean searching(Stage stage) {
        return stage == Stage.MATCHING || stage == Stage.OFFERED;
    }

    private static int count(Collection<Open> open, Predicate<Stage> which) {
        return (int) open.stream().map(one -> Stage.of(one.status())).filter(which).count();
    }

    private static List<Overview.StageAges> ages(List<Open> open, Instant now) {
        var counts = open.stream().collect(Collectors.groupingBy(one -> Stage.of(one.status()),
                Collectors.groupingBy(one -> Age.of(one.receivedAt(), now), Collectors.summingInt(one -> 1))));
        return Arrays.stream(Stage.values()).map(stage -> new Overview.StageAges(stage.name(),
                Arrays.stream(Age.values()).map(age -> counts.getOrDefault(stage, Map.of()).getOrDefault(age, 0)).toList())).toList();
    }

    private List<Overview.Week> weeks(List<LocalDate> mondays, List<Weekly> happened, Scope scope) {
        var begun = steps.weekly(SUPPORT_BEGAN, scope);
        return mondays.stream().map(monday -> new Overview.Week(monday, sum(happened, monday, week -> week.outcome() == null),
                begun.getOrDefault(monday, 0), sum(happened, monday, week -> week.outcome() != null))).toList();
    }

    private static int sum(List<Weekly> happened, LocalDate monday, Predicate<Weekly> which) {
        return happened.stream().filter(week -> week.monday().equals(monday)).filter(which).mapToInt(Weekly::count).sum();
    }

    private static int professional(List<Weekly> happened) {
        return happened.stream().filter(week -> week.outcome() == Outcome.PROFESSIONAL).mapToInt(Weekly::count).sum();
    }

    private List<Overview.StageTime> times(Scope scope) {
        var measured = steps.stages(Stage.places(), scope).stream()
                .collect(Collectors.toMap(CaseStepFigures.StageFigure::stage, Function.identity()));
        return Arrays.stream(Stage.values()).map(Stage::name).map(stage -> {
            var figure = measured.get(stage);
            return figure == null ? new Overview.StageTime(stage, 0, null, null)
                    : new Overview.StageTime(stage, figure.cases(), figure.median(), figure.p90());
        }).toList();
    }

    private List<Overview.Queue> queues(@Nullable String major) {
        return steps.queues(group(major)).stream()
                .map(queue -> new Overview.Queue(queue.task().process(), queue.task().step(), queue.open(), queue.overdue(), queue.oldestDue()))
                .sorted(Comparator.comparingInt(Overview.Queue::overdue).thenComparingInt(Overview.Queue::open).reversed()).toList();
    }

    private static @Nullable String group(@Nullable String major) {
        return major == null ? null : "coordinators-" + major;
    }

    private List<Overview.Step> drawn(String process, Scope scope, Instant now) {
        return steps.steps(process, scope).stream().map(figure -> drawn(figure, now))
                .sorted(Comparator.comparingInt(Overview.Step::standing).thenComparingInt(Overview.Step::left).reversed()).toList();
    }

    /** Nobody waits at an end. */
    private static Overview.Step drawn(StepFigure figure, Instant now) {
        var end = figure.type().endsWith("EndEvent");
        return new Overview.Step(figure.step(), figure.standing(), figure.since() == null ? null : Duration.between(figure.since(), now),
                figure.left(), end ? null : figure.median(), end ? null : figure.p90());
    }

    private List<Overview.BorderCount> border(@Nullable String major, Scope scope) {
        var counts = new LinkedHashMap<List<String>, Overview.BorderCount>();
        for (var one : border.counts(major, scope.from(), scope.to())) {
            boolean professional = one.decided() == Side.PROFESSIONAL;
            var count = new Overview.BorderCount(one.code(), one.service(), one.district(), professional ? one.times() : 0, professional ? 0 : one.times(), one.overruled());
            counts.merge(List.of(one.code(), one.district()), count, (a, b) -> new Overview.BorderCount(a.code(), a.service() == null ? b.service() : a.service(), a.district(),
                    a.professional() + b.professional(), a.volunteer() + b.volunteer(), a.overruled() + b.overruled()));
        }
        // what a kind is and stays needs no line: only what a rule or a person spoke of
        return counts.values().stream().filter(one -> one.service() != null || one.professional() > 0)
                .sorted(Comparator.comparingInt(Overview.BorderCount::professional).reversed()).toList();
    }

    private List<LocalDate> mondays(int weeks) {
        var thisMonday = LocalDate.now(clock.withZone(HELSINKI)).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return IntStream.range(0, weeks).mapToObj(back -> thisMonday.minusWeeks(weeks - 1L - back)).toList();
    }
}
