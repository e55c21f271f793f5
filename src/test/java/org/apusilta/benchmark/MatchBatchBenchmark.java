package org.apusilta.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Locale;
import org.apusilta.matching.internal.BatchDoor;
import org.apusilta.matching.internal.Wishes.Scenario;
import org.apusilta.matching.solver.Problem;
import org.apusilta.matching.solver.Solution;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/**
 * 10,000 requests against 50,000 volunteers at once. Ours: candidates from the columns in memory, sparse min-cost flow, pricing of
 * every pair, the certificate; then the certificate is checked without the solver. Held against OR-Tools' min-cost flow over every
 * allowed pair (candidates, arcs, solving) and against first come, first served over full lists. Loading the columns is the same for
 * all and shown apart.
 */
@Benchmark("match-batch")
@Application
@Import({InventedRegister.class, BatchDoor.class})
class MatchBatchBenchmark {

    private static final long SEED = 500_001L;
    private static final int TIMES = 5;
    /** What {@code Rounds} adds to each pair so that as many as possible get somebody. */
    private static final long SOMEBODY = 1L << 40;
    /** OR-Tools is quicker with small numbers; so much is enough for the same best assignment, as the equal totals show. */
    private static final long SMALLER = 1L << 20;
    private static final double POINT = 1000;

    @Autowired InventedRegister register;
    @Autowired BatchDoor door;

    private final Report report = new Report("match-batch", "scenario", "pairs", "load ms", "candidates ms", "solve ms", "check ms", "OR-Tools ms", "ratio", "points",
            "without", "greedy points", "greedy without", "gain %");
    private double worst;
    private double worstTime;
    private double worstOther;

    @Test
    void tenThousandRequestsAtOnce() {
        register.fill(Scale.of(50_000), 0.5);
        OrTools.load();
        for (var scenario : Scenario.values()) {
            measure(scenario, scenario == Scenario.MIXED ? 0.25 : 0.7);
        }
        report.figure(Figure.of("match-batch", worstTime, "ms", worstOther));
        report.done();
    }

    private void measure(Scenario scenario, double bar) {
        int count = Scale.of(10_000);
        var load = new Samples();
        var candidates = new Samples();
        var solve = new Samples();
        var ours = new Samples();
        var check = new Samples();
        var other = new Samples();
        Problem problem = null;
        Solution solution = null;
        for (int i = 0; i <= TIMES; i++) {
            boolean warm = i > 0;
            var run = (warm ? load : new Samples()).of(() -> door.load(scenario, count, SEED));
            var c = new Samples();
            var s = new Samples();
            var made = c.of(run::problem);
            var solved = s.of(() -> run.solve(made));
            assertThat((warm ? check : new Samples()).of(() -> solved.certificate().faults(made, solved.chosen()))).as(scenario + ": the certificate").isEmpty();
            var o = new Samples();
            long same = solved.total() - (SOMEBODY - SMALLER) * solved.matched();
            assertThat(o.of(() -> OrTools.total(run.problem(), SOMEBODY - SMALLER))).as(scenario + ": OR-Tools' total").isEqualTo(same);
            if (warm) {
                candidates.add(c.median());
                solve.add(s.median());
                ours.add(c.median() + s.median());
                other.add(o.median());
            }
            problem = made;
            solution = solved;
        }
        var greedy = Greedy.chosen(problem);
        long own = solution.total() - SOMEBODY * solution.matched();
        long matched = Arrays.stream(greedy).filter(one -> one != Solution.NOBODY).count();
        long theirs = total(problem, greedy) - SOMEBODY * matched;
        var name = scenario.name().toLowerCase(Locale.ROOT);
        var figure = Figure.of("match-batch." + name, ours.median(), "ms", other.median());
        report.row(name, pairs(problem), load.median(), candidates.median(), solve.median(), check.median(), other.median(), figure.ratio(), own / POINT,
                count - solution.matched(), theirs / POINT, count - matched, 100.0 * (own - theirs) / theirs);
        report.atMost(figure, bar);
        if (figure.ratio() / bar > worst) {
            worst = figure.ratio() / bar;
            worstTime = figure.value();
            worstOther = figure.baseline();
        }
        report.figure(Figure.alone("match-batch." + name + "-gain", 100.0 * (own - theirs) / theirs, "% over greedy"));
    }

    private static long pairs(Problem problem) {
        var counted = new long[1];
        for (int i = 0; i < problem.requests(); i++) {
            problem.pairs(i, (volunteer, profit) -> counted[0]++);
        }
        return counted[0];
    }

    private static long total(Problem problem, int[] chosen) {
        var sum = new long[1];
        for (int i = 0; i < chosen.length; i++) {
            int wanted = chosen[i];
            problem.pairs(i, (volunteer, profit) -> sum[0] += volunteer == wanted ? profit : 0);
        }
        return sum[0];
    }
}
