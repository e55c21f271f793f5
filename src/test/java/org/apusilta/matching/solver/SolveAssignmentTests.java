package org.apusilta.matching.solver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import com.google.ortools.Loader;
import com.google.ortools.graph.LinearSumAssignment;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The classic problem from a file, as anybody may try it with OR-Library's. */
class SolveAssignmentTests {

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();

    @Test
    void printsTheSmallestTotalWhereverLinesBreak() throws Exception {
        assertThat(run(" 3\n 4 1 3\n2 0\t5\n 3 2\r\n 2\n")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8).strip()).isEqualTo("5");
    }

    @Test
    void costsMayBeBelowZeroAndAllAlike() throws Exception {
        run("2 -5 3 3 -7");
        run("1 9");
        run("3 7 7 7 7 7 7 7 7 7");
        assertThat(out.toString(StandardCharsets.UTF_8).split("\\R")).containsExactly("-12", "9", "21");
    }

    /** As large as the largest of OR-Library, costs 1 to 100 as there. */
    @Test
    void eightHundredByEightHundredAreSolvedAtOnceAndAsOrToolsDoes() {
        int n = 800;
        var random = new Random(800);
        var costs = new long[n][n];
        Loader.loadNativeLibraries();
        var other = new LinearSumAssignment();
        for (int row = 0; row < n; row++) {
            for (int column = 0; column < n; column++) {
                costs[row][column] = 1 + random.nextInt(100);
                other.addArcWithCost(row, column, costs[row][column]);
            }
        }
        assertThat(other.solve()).isEqualTo(LinearSumAssignment.Status.OPTIMAL);
        long total = Assertions.assertTimeout(Duration.ofSeconds(5), () -> SolveAssignment.smallestTotal(costs));
        assertThat(total).isEqualTo(other.getOptimalCost());
    }

    static Stream<Arguments> brokenFiles() {
        return Stream.of(
                arguments("", "the file is empty; it must begin with n"),
                arguments("  \n ", "the file is empty; it must begin with n"),
                arguments("0", "line 1: n is 0, it must be 1 to 40000"),
                arguments("-3 1", "line 1: n is -3, it must be 1 to 40000"),
                arguments("2\n1 2\n3", "the file ends in row 2 of 2 after 1 of its 2 costs"),
                arguments("2\n1 2\n3 4\n5", "line 4: \"5\" comes after the last of the 2×2 costs"),
                arguments("2\n1 x\n3 4", "line 2: \"x\" is not a whole number"),
                arguments("2\n1 2.5 3 4", "line 2: \"2.5\" is not a whole number"),
                arguments("2 9223372036854775807 0 0 0", "the costs lie further apart than 2^58"),
                arguments("1 99999999999999999999999", "line 1: \"99999999999999999999…\" is not a whole number"));
    }

    @ParameterizedTest
    @MethodSource("brokenFiles")
    void aBrokenFileIsRefusedInOneSentence(String text, String sentence) throws Exception {
        assertThat(run(text)).isEqualTo(1);
        assertThat(complaints.toString(StandardCharsets.UTF_8).strip()).endsWith(": " + sentence);
        assertThat(out.size()).isZero();
    }

    @Test
    void aMissingFileAndWrongUseAreSaid() {
        assertThat(SolveAssignment.run(new String[] {folder.resolve("none").toString()}, stream(out), stream(complaints))).isEqualTo(1);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("there is no such file");
        assertThat(SolveAssignment.run(new String[0], stream(out), stream(complaints))).isEqualTo(2);
        assertThat(complaints.toString(StandardCharsets.UTF_8)).contains("usage: java");
    }

    private int run(String text) throws Exception {
        var file = Files.writeString(folder.resolve("assign.txt"), text);
        return SolveAssignment.run(new String[] {file.toString()}, stream(out), stream(complaints));
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
