package org.apusilta.benchmark;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What one benchmark has found: printed as a table, its bars beneath, and kept in {@code results.json}. */
final class Report {

    private final String benchmark;
    private final List<String[]> rows = new ArrayList<>();
    private final List<String> bars = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    Report(String benchmark, String... heads) {
        this.benchmark = benchmark;
        rows.add(heads);
    }

    /** @param cells numbers are written with the digits that count */
    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(Report::cell).toArray(String[]::new));
    }

    void figure(Figure figure) {
        figures.add(figure);
    }

    /** A figure with a bar for its ratio. */
    void atMost(Figure figure, double bar) {
        bar(figure, figure.ratio() <= bar, "at most " + cell(bar));
    }

    void atLeast(Figure figure, double bar) {
        bar(figure, figure.ratio() >= bar, "at least " + cell(bar));
    }

    private void bar(Figure figure, boolean met, String bar) {
        figures.add(figure);
        bars.add("%s: %s, bar %s: %s".formatted(figure.name(), cell(figure.ratio()), bar, met ? "met" : "BAR MISSED"));
    }

    /** Prints and keeps it. */
    void done() {
        var widths = IntStream.range(0, rows.get(0).length).map(c -> rows.stream().mapToInt(row -> row[c].length()).max().orElse(0)).toArray();
        var table = rows.stream().map(row -> IntStream.range(0, row.length)
                .mapToObj(c -> c == 0 ? pad(row[c], widths[c], false) : pad(row[c], widths[c], true)).collect(Collectors.joining("  "))).collect(Collectors.joining("\n"));
        System.out.println("\n== " + benchmark + (Scale.full() ? "" : " (small: the figures mean nothing)") + "\n" + table + "\n" + String.join("\n", bars) + "\n");
        new Results(Results.FILE).put(benchmark, figures);
    }

    private static String pad(String text, int width, boolean left) {
        var room = " ".repeat(width - text.length());
        return left ? room + text : text + room;
    }

    private static String cell(Object value) {
        if (value instanceof Double number) {
            return Math.abs(number) >= 1000 ? String.format(Locale.ROOT, "%,.0f", number) : new java.math.BigDecimal(number).round(new java.math.MathContext(3)).toPlainString();
        }
        return value instanceof Number number ? String.format(Locale.ROOT, "%,d", number.longValue()) : String.valueOf(value);
    }
}
