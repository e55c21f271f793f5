/**
 * The best assignment of requests to volunteers, with a proof. Plain JDK: no Spring, no database, no floating point.
 *
 * <h2>The task</h2>
 * Each request may get one volunteer, each volunteer has a number of places, each allowed pair brings a profit in whole units
 * (thousandths of a point), and a request may stay without. Wanted is the largest total profit. This is the maximum-weight
 * bipartite b-matching, a min-cost flow on a sparse graph.
 *
 * <h2>The method</h2>
 * <ol>
 * <li>Begin with the few best pairs of each request ({@code START_WITH}).</li>
 * <li>Successive shortest paths: requests come in one by one; Dijkstra on reduced costs finds the cheapest way to give the newcomer
 *     a place, perhaps by moving others, perhaps by leaving somebody without. Requests keep a <em>worth</em> and volunteers'
 *     places a <em>price</em> (the duals, also called potentials), so that {@code worth + price >= profit} for every pair, with
 *     equality for the chosen ones.</li>
 * <li>Full pricing: every allowed pair is held against worth and price. Pairs with {@code profit > worth + price} (positive reduced
 *     profit) are added, and only the requests concerned are placed anew; a place that falls free and has a price is offered round
 *     by the same search from the other side. Until no such pair is left.</li>
 * </ol>
 * What is left at the end is a <em>certificate</em>: worths and prices that no allowed pair exceeds and that add up to exactly the
 * total reached. By weak duality nobody can do better; {@link org.apusilta.matching.solver.Certificate#faults} checks it without
 * the solver. The same input gives the same output: ties go to the smaller number everywhere.
 *
 * <h2>Sources</h2>
 * R. K. Ahuja, T. L. Magnanti, J. B. Orlin, <i>Network Flows</i> (Prentice Hall, 1993), sections 9.7 (successive shortest paths with
 * potentials), 12.4 (assignment), and 9.4 (complementary slackness); N. Tomizawa, <i>Networks</i> 1 (1971) 173–194 and J. Edmonds,
 * R. M. Karp, <i>JACM</i> 19 (1972) 248–264 (Dijkstra on reduced costs); R. Jonker, A. Volgenant, <i>Computing</i> 38 (1987)
 * 325–340 (one row at a time); A. Volgenant, <i>Computers &amp; Operations Research</i> 23 (1996) 917–932 (a sparse core, then pricing).
 */
@NullMarked
package org.apusilta.matching.solver;

import org.jspecify.annotations.NullMarked;
