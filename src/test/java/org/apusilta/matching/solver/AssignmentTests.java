package org.apusilta.matching.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import java.util.ArrayList;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The solver against two others: every possible assignment where that can be tried, OR-Tools where it cannot. */
class AssignmentTests {

    private static final long SEED = 405_001L;

    /** How large problems look. */
    enum Shape {
        MIXED(1500, 4000, 60, 2), SCARCE(1500, 300, 60, 2), CRISIS(2000, 700, 25, 3), FLAT(800, 800, 200, 1);

        final int requests;
        final int volunteers;
        final int pairs;
        final int places;

        Shape(int requests, int volunteers, int pairs, int places) {
            this.requests = requests;
            this.volunteers = volunteers;
            this.pairs = pairs;
            this.places = places;
        }
    }

    @ParameterizedTest(name = "starting with {0} pairs")
    @ValueSource(ints = {1, 2, 20})
    void onSmallProblemsNoOtherAssignmentIsBetter(int startWith) {
        var random = new Random(SEED + startWith);
        int rounds = 0;
        for (int i = 0; i < 4000; i++) {
            var problem = random(random, 1 + random.nextInt(6), 1 + random.nextInt(5), 5, 2, random.nextBoolean() ? 4 : 1000);
            var solution = Assignment.solve(problem, startWith);

            assertThat(solution.total()).as("problem %d of seed %d", i, SEED).isEqualTo(bestOfAll(problem, 0, new int[problem.volunteers()]));
            assertThat(solution.certificate().faults(problem, solution.chosen())).as("problem %d of seed %d", i, SEED).isEmpty();
            rounds = Math.max(rounds, solution.rounds());
        }
        assertThat(rounds).as("pricing had something to find when little was known first").isGreaterThan(startWith < 5 ? 1 : 0);
    }

    @ParameterizedTest
    @EnumSource
    void onLargeProblemsTheTotalIsThatOfOrTools(Shape shape) {
        var problem = random(new Random(SEED + shape.ordinal()), shape.requests, shape.volunteers, shape.pairs, shape.places, 100_000);

        var solution = Assignment.solve(problem);

        assertThat(solution.total()).isEqualTo(orTools(problem));
        assertThat(solution.certificate().faults(problem, solution.chosen())).isEmpty();
        assertThat(solution.looked()).isLessThan(problem.size());
    }

    @Test
    void theSameProblemHasTheSameAnswerAlways() {
        var first = Assignment.solve(random(new Random(SEED), 400, 150, 30, 2, 10));
        var second = Assignment.solve(random(new Random(SEED), 400, 150, 30, 2, 10));

        assertThat(second.chosen()).isEqualTo(first.chosen());
        assertThat(second.certificate().prices()).isEqualTo(first.certificate().prices());
        assertThat(second.certificate().worths()).isEqualTo(first.certificate().worths());
    }

    @Test
    void aCertificateSeesEveryChangeThatMakesItWrong() {
        var problem = PairTable.of(1, 2).request().pair(0, 9).pair(1, 4).request().pair(0, 8).request().pair(1, 3).request().pair(0, 7).build();
        var solution = Assignment.solve(problem);
        var certificate = solution.certificate();
        assertThat(solution.chosen()).containsExactly(1, 0, 1, Solution.NOBODY);
        assertThat(certificate.faults(problem, solution.chosen())).isEmpty();

        assertThat(certificate.faults(problem, new int[] {0, Solution.NOBODY, 1, Solution.NOBODY})).as("a worse one").singleElement().asString().contains("not proven best");
        assertThat(certificate.faults(problem, new int[] {0, 0, 1, Solution.NOBODY})).as("a place too many").anyMatch(one -> one.contains("has 2 requests and 1 places"));
        assertThat(certificate.faults(problem, new int[] {1, 0, 0, Solution.NOBODY})).as("a pair that is not allowed").anyMatch(one -> one.contains("is not allowed"));
        for (int i = 0; i < certificate.worths().length; i++) {
            for (int change : new int[] {-1, 1}) {
                var worths = certificate.worths().clone();
                worths[i] += change;
                assertThat(new Certificate(worths, certificate.prices()).faults(problem, solution.chosen())).as("worth %d by %d", i, change).isNotEmpty();
            }
        }
        for (int v = 0; v < certificate.prices().length; v++) {
            var prices = certificate.prices().clone();
            prices[v]++;
            assertThat(new Certificate(certificate.worths(), prices).faults(problem, solution.chosen())).isNotEmpty();
        }
        assertThat(certificate.faults(PairTable.of(1).build(), new int[0])).containsExactly("The certificate is about another problem");
    }

    @Test
    void aProofIsTheSameAfterItWasKept() {
        var problem = random(new Random(SEED), 60, 40, 20, 2, 100);
        var solution = Assignment.solve(problem);
        var read = Proof.of(new Proof(problem, solution.chosen(), solution.certificate()).toBytes());

        assertThat(read.faults()).isEmpty();
        assertThat(read.chosen()).isEqualTo(solution.chosen());
        read.certificate().worths()[0]++;
        assertThat(read.faults()).isNotEmpty();
        assertThatThrownBy(() -> Proof.of(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void whatNobodyCouldAssignIsNotTakenUp() {
        assertThatThrownBy(() -> PairTable.of(-1)).isInstanceOf(IllegalArgumentException.class);
        var one = PairTable.of(1, 1).request().pair(0, 5);
        assertThatThrownBy(() -> one.pair(0, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> one.pair(2, 5)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> one.pair(1, Problem.LIMIT + 1)).isInstanceOf(IllegalArgumentException.class);
        assertThat(Assignment.solve(PairTable.of().build()).total()).isZero();
        assertThat(Assignment.solve(PairTable.of(0, 3).request().request().pair(0, 9).pair(1, -2).build()).chosen()).containsExactly(Solution.NOBODY, Solution.NOBODY);
    }

    private static PairTable random(Random random, int requests, int volunteers, int pairs, int places, int most) {
        var problem = PairTable.of(IntStream.range(0, volunteers).map(v -> random.nextInt(places + 1)).toArray());
        for (int i = 0; i < requests; i++) {
            problem.request();
            var left = new ArrayList<>(IntStream.range(0, volunteers).boxed().toList());
            for (int p = random.nextInt(pairs + 1); p > 0 && !left.isEmpty(); p--) {
                problem.pair(left.remove(random.nextInt(left.size())), random.nextInt(most) - most / 10);
            }
        }
        return problem.build();
    }

    private static long bestOfAll(Problem problem, int request, int[] taken) {
        if (request == problem.requests()) {
            return 0;
        }
        var best = new long[] {bestOfAll(problem, request + 1, taken)};
        problem.pairs(request, (volunteer, profit) -> {
            if (taken[volunteer] < problem.places(volunteer)) {
                taken[volunteer]++;
                best[0] = Math.max(best[0], profit + bestOfAll(problem, request + 1, taken));
                taken[volunteer]--;
            }
        });
        return best[0];
    }

    private static long orTools(Problem problem) {
        Loader.loadNativeLibraries();
        var flow = new MinCostFlow();
        int source = problem.requests() + problem.volunteers();
        int sink = source + 1;
        for (int i = 0; i < problem.requests(); i++) {
            int request = i;
            flow.addArcWithCapacityAndUnitCost(source, i, 1, 0);
            flow.addArcWithCapacityAndUnitCost(i, sink, 1, 0);
            problem.pairs(i, (volunteer, profit) -> flow.addArcWithCapacityAndUnitCost(request, problem.requests() + volunteer, 1, -profit));
        }
        for (int v = 0; v < problem.volunteers(); v++) {
            flow.addArcWithCapacityAndUnitCost(problem.requests() + v, sink, problem.places(v), 0);
        }
        flow.setNodeSupply(source, problem.requests());
        flow.setNodeSupply(sink, -problem.requests());
        assertThat(flow.solve()).isEqualTo(MinCostFlowBase.Status.OPTIMAL);
        return -flow.getOptimalCost();
    }
}
