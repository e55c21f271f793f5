package org.apusilta.matching.solver;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Solves a classic assignment problem and prints the smallest total cost, after its certificate has been checked:
 * {@code java -cp target/classes org.apusilta.matching.solver.SolveAssignment FILE}. For the format see {@link AssignmentFile}.
 */
public final class SolveAssignment {

    private static final int WRONG_USE = 2;

    private SolveAssignment() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments, System.out, System.err));
    }

    /** @return the exit code: 0 solved, 1 file not readable as such a problem, 2 wrong use */
    static int run(String[] arguments, PrintStream out, PrintStream complaints) {
        if (arguments.length != 1) {
            complaints.println("usage: java -cp target/classes org.apusilta.matching.solver.SolveAssignment FILE");
            return WRONG_USE;
        }
        var file = Path.of(arguments[0]);
        try (var in = Files.newInputStream(file)) {
            out.println(smallestTotal(AssignmentFile.read(in)));
            return 0;
        } catch (NoSuchFileException e) {
            complaints.println(file + ": there is no such file");
        } catch (IOException e) {
            complaints.println(file + ": cannot be read: " + e.getMessage());
        } catch (IllegalArgumentException | ArithmeticException e) {
            complaints.println(file + ": " + e.getMessage());
        }
        return 1;
    }

    /**
     * Costs become profits by taking each from one more than the largest: all are above zero then, so that with equally many on
     * both sides the best assignment leaves nobody without.
     */
    static long smallestTotal(long[][] costs) {
        long most = Arrays.stream(costs).flatMapToLong(Arrays::stream).max().orElseThrow();
        long least = Arrays.stream(costs).flatMapToLong(Arrays::stream).min().orElseThrow();
        if (most > Problem.LIMIT || least < -Problem.LIMIT || most - least + 1 > Problem.LIMIT) {
            throw new IllegalArgumentException("the costs lie further apart than 2^58");
        }
        var problem = problem(costs, most + 1);
        var solution = Assignment.solve(problem);
        var faults = solution.certificate().faults(problem, solution.chosen());
        if (!faults.isEmpty() || solution.matched() != costs.length) {
            throw new IllegalStateException("Not proven best: " + faults);
        }
        long total = 0;
        for (int row = 0; row < costs.length; row++) {
            total = Math.addExact(total, costs[row][solution.chosen()[row]]);
        }
        return total;
    }

    private static Problem problem(long[][] costs, long more) {
        return new Problem() {
            @Override
            public int requests() {
                return costs.length;
            }

            @Override
            public int volunteers() {
                return costs.length;
            }

            @Override
            public int places(int volunteer) {
                return 1;
            }

            @Override
            public void pairs(int request, Pairs pairs) {
                for (int column = 0; column < costs.length; column++) {
                    pairs.pair(column, more - costs[request][column]);
                }
            }
        };
    }
}
