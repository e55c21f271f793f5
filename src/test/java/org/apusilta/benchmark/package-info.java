/**
 * Every figure we promise, measured: {@code ./mvnw -Pbenchmark verify}, or one with {@code -Dbenchmark=match-batch}. Each class
 * {@code *Benchmark} is one benchmark in a JVM of its own with a PostgreSQL of its own that waits for the disk at each commit.
 *
 * <p>Method, the same everywhere: the baseline runs in the same process run, turn and turn about with what it is held against, after
 * both have been warmed up; medians of the repetitions; seeds fixed. A wrong result (no proof, a place booked twice, a request
 * lost) fails the benchmark; a slow one never does: it prints that its bar was missed, and {@code docs/performance.md} says why.
 *
 * <p>While one is being written or mended, {@code -Dbenchmark.scale=0.05} makes it small; such figures mean nothing.
 */
@NullMarked
package org.apusilta.benchmark;

import org.jspecify.annotations.NullMarked;
