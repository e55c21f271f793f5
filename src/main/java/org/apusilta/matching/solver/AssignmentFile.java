package org.apusilta.matching.solver;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * The classic assignment format of J. E. Beasley's OR-Library: {@code n}, then the n×n matrix of costs row by row, everything
 * separated by white space, lines broken anywhere. Costs are whole numbers and may be below zero.
 */
final class AssignmentFile {

    /** Larger ones do not fit into an array of Java. */
    private static final int LARGEST = 40_000;
    private static final int SHOWN = 20;

    private final InputStream in;
    private int line = 1;
    private boolean newLine;

    private AssignmentFile(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** @return costs by row @throws IllegalArgumentException in plain words when the file is not in this format */
    static long[][] read(InputStream in) throws IOException {
        return new AssignmentFile(in).matrix();
    }

    private long[][] matrix() throws IOException {
        var first = word();
        if (first == null) {
            throw new IllegalArgumentException("the file is empty; it must begin with n");
        }
        long n = number(first);
        if (n < 1 || n > LARGEST) {
            throw new IllegalArgumentException("line %d: n is %d, it must be 1 to %d".formatted(line, n, LARGEST));
        }
        var costs = new long[(int) n][];
        for (int row = 0; row < n; row++) {
            costs[row] = new long[(int) n];
            for (int column = 0; column < n; column++) {
                var word = word();
                if (word == null) {
                    throw new IllegalArgumentException("the file ends in row %d of %d after %d of its %d costs".formatted(row + 1, n, column, n));
                }
                costs[row][column] = number(word);
            }
        }
        var more = word();
        if (more != null) {
            throw new IllegalArgumentException("line %d: \"%s\" comes after the last of the %d×%d costs".formatted(line, shown(more), n, n));
        }
        return costs;
    }

    private long number(String word) {
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("line %d: \"%s\" is not a whole number".formatted(line, shown(word)), e);
        }
    }

    private @Nullable String word() throws IOException {
        var word = new StringBuilder();
        for (int c = in.read(); c >= 0; c = in.read()) {
            line += newLine ? 1 : 0;
            newLine = c == '\n';
            if (c > ' ') {
                word.append((char) c);
            } else if (!word.isEmpty()) {
                return word.toString();
            }
        }
        return word.isEmpty() ? null : word.toString();
    }

    private static String shown(String word) {
        return word.length() <= SHOWN ? word : word.substring(0, SHOWN) + "…";
    }
}
