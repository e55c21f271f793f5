package org.apusilta.matching.solver;

import java.util.ArrayList;
import java.util.List;

/**
 * Why an assignment cannot be bettered: a worth for each request and a price for each volunteer's place, none below zero, that no
 * allowed pair exceeds together. Whoever assigns differently gets at most the sum of all worths and of all places' prices; when
 * that sum is the total reached, nothing better exists (weak duality of linear programming).
 *
 * @param worths by request
 * @param prices by volunteer, of one place
 */
public record Certificate(long[] worths, long[] prices) {

    /** So many faults are named; one is enough to disprove. */
    private static final int NAMED = 20;

    /**
     * Holds an assignment against this certificate with nothing but the definition: none of the solver's code or memory is used.
     *
     * @param chosen volunteer by request, {@link Solution#NOBODY} for none
     * @return what is wrong, in English for the record; empty when the assignment is allowed and proven best
     */
    public List<String> faults(Problem problem, int[] chosen) {
        var faults = new ArrayList<String>();
        if (chosen.length != problem.requests() || worths.length != problem.requests() || prices.length != problem.volunteers()) {
            return List.of("The certificate is about another problem");
        }
        var taken = new int[problem.volunteers()];
        var sum = new long[2];
        for (int i = 0; i < chosen.length; i++) {
            int request = i;
            int wanted = chosen[i];
            var allowed = new boolean[1];
            problem.pairs(i, (volunteer, profit) -> {
                if (profit > worths[request] + prices[volunteer]) {
                    faults.add("Request %d and volunteer %d bring %d more than worth and price".formatted(request, volunteer, profit - worths[request] - prices[volunteer]));
                }
                if (volunteer == wanted) {
                    allowed[0] = true;
                    sum[0] = Math.addExact(sum[0], profit);
                }
            });
            if (wanted != Solution.NOBODY && !allowed[0]) {
                faults.add("Request %d has volunteer %d, which is not allowed".formatted(i, wanted));
            } else if (wanted != Solution.NOBODY) {
                taken[wanted]++;
            }
            below(faults, "The worth of request", i, worths[i]);
            sum[1] = Math.addExact(sum[1], worths[i]);
            if (faults.size() >= NAMED) {
                return faults.subList(0, NAMED);
            }
        }
        for (int v = 0; v < taken.length; v++) {
            if (taken[v] > problem.places(v)) {
                faults.add("Volunteer %d has %d requests and %d places".formatted(v, taken[v], problem.places(v)));
            }
            below(faults, "The price of volunteer", v, prices[v]);
            sum[1] = Math.addExact(sum[1], Math.multiplyExact(prices[v], (long) problem.places(v)));
        }
        if (sum[0] != sum[1]) {
            faults.add("The pairs bring %d, the certificate promises no more than %d: not proven best".formatted(sum[0], sum[1]));
        }
        return faults;
    }

    private static void below(List<String> faults, String what, int number, long value) {
        if (value < 0) {
            faults.add("%s %d is below zero".formatted(what, number));
        }
    }
}
