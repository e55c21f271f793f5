package org.apusilta.benchmark;

import com.google.ortools.Loader;
import com.google.ortools.graph.MinCostFlow;
import com.google.ortools.graph.MinCostFlowBase;
import org.apusilta.matching.solver.Problem;

/** The same problem given to OR-Tools with every allowed pair as an arc of a min-cost flow. */
final class OrTools {

    private OrTools() {}

    static void load() {
        Loader.loadNativeLibraries();
    }

    /** @param less taken from every profit @return the best total */
    static long total(Problem problem, long less) {
        var flow = new MinCostFlow();
        int source = problem.requests() + problem.volunteers();
        int sink = source + 1;
        for (int i = 0; i < problem.requests(); i++) {
            int request = i;
            flow.addArcWithCapacityAndUnitCost(source, i, 1, 0);
            flow.addArcWithCapacityAndUnitCost(i, sink, 1, 0);
            problem.pairs(i, (volunteer, profit) -> flow.addArcWithCapacityAndUnitCost(request, problem.requests() + volunteer, 1, less - profit));
        }
        for (int v = 0; v < problem.volunteers(); v++) {
            flow.addArcWithCapacityAndUnitCost(problem.requests() + v, sink, problem.places(v), 0);
        }
        flow.setNodeSupply(source, problem.requests());
        flow.setNodeSupply(sink, -problem.requests());
        var status = flow.solve();
        if (status != MinCostFlowBase.Status.OPTIMAL) {
            throw new IllegalStateException("OR-Tools says " + status);
        }
        return -flow.getOptimalCost();
    }
}
