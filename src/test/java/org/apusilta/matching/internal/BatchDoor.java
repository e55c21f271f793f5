package org.apusilta.matching.internal;

import java.util.List;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.matching.solver.Problem;
import org.apusilta.matching.solver.Solution;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.JdbcTemplate;

/** Lets a benchmark run a round as {@link Rounds} does, without cases in the engine and without keeping it. */
@TestComponent
public class BatchDoor {

    /** Requests and offers of one run. */
    public static final class Run {

        private final List<Ask> asks;
        private final Columns columns;

        private Run(List<Ask> asks, Columns columns) {
            this.asks = asks;
            this.columns = columns;
        }

        /** @return candidates as the application makes them */
        public Problem problem() {
            return Rounds.problem(asks, columns);
        }

        public Solution solve(Problem problem) {
            return Rounds.solve(problem);
        }
    }

    private final Asks asks;
    private final Catalogue catalogue;
    private final WeightTable weights;
    private final JdbcTemplate jdbc;

    BatchDoor(Asks asks, Catalogue catalogue, WeightTable weights, JdbcTemplate jdbc) {
        this.asks = asks;
        this.catalogue = catalogue;
        this.weights = weights;
        this.jdbc = jdbc;
    }

    public Run load(Wishes.Scenario scenario, int count, long seed) {
        var today = asks.today();
        return new Run(new Wishes(seed, catalogue, today, weights.on(today)).of(scenario, count), Columns.load(jdbc));
    }
}
