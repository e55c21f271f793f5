package org.apusilta.volunteer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Hides numbers that could point to one person: groups of fewer than {@link #LEAST}, cells of fewer, and always so many others that
 * what is hidden cannot be had by taking the shown from a sum.
 */
public final class SmallGroups {

    /** Fewer are not shown. */
    public static final int LEAST = 5;

    /** @param cells parts that add up to the group */
    public record Group(String code, int... cells) {

        /** @return all of them */
        public int people() {
            return IntStream.of(cells).sum();
        }
    }

    /** @param people null when hidden @param cells null each when hidden */
    public record Shown(String code, @Nullable Integer people, List<@Nullable Integer> cells) {}

    private SmallGroups() {}

    /** @return in the given order */
    public static List<Shown> of(List<Group> groups) {
        var hidden = new ArrayList<>(groups.stream().filter(group -> group.people() > 0 && group.people() < LEAST).toList());
        var others = groups.stream().filter(group -> group.people() >= LEAST).sorted(Comparator.comparingInt(Group::people)).iterator();
        while (!hidden.isEmpty() && hidden.stream().mapToInt(Group::people).sum() < LEAST && others.hasNext()) {
            hidden.add(others.next());
        }
        return groups.stream().filter(group -> group.people() > 0).map(group -> hidden.contains(group)
                ? new Shown(group.code(), null, nothing(group.cells().length)) : new Shown(group.code(), group.people(), cells(group.cells()))).toList();
    }

    /**
     * The same for a table whose columns' sums can be had elsewhere, as from the same people in other groups: what is hidden in a column
     * is never one number alone and never fewer than {@link #LEAST} people, unless nothing is left to hide with it.
     *
     * @return in the given order
     */
    public static List<Shown> table(List<Group> groups) {
        var rows = of(groups);
        var real = groups.stream().filter(group -> group.people() > 0).toList();
        for (boolean again = !real.isEmpty(); again;) {
            again = false;
            for (int column = 0; column < real.get(0).cells().length; column++) {
                again |= hideAnother(rows, real, column);
            }
            for (int i = 0; again && i < rows.size(); i++) {
                hideMore(real.get(i).cells(), rows.get(i).cells());
            }
        }
        return rows;
    }

    private static boolean hideAnother(List<Shown> rows, List<Group> real, int column) {
        int hidden = 0;
        int sum = 0;
        int next = -1;
        for (int i = 0; i < rows.size(); i++) {
            int cell = real.get(i).cells()[column];
            if (rows.get(i).cells().get(column) == null) {
                hidden += cell > 0 ? 1 : 0;
                sum += cell;
            } else if (cell > 0 && (next < 0 || cell < real.get(next).cells()[column])) {
                next = i;
            }
        }
        if (hidden == 0 || next < 0 || hidden > 1 && sum >= LEAST) {
            return false;
        }
        rows.get(next).cells().set(column, null);
        return true;
    }

    private static List<@Nullable Integer> cells(int[] cells) {
        var shown = new ArrayList<@Nullable Integer>(IntStream.of(cells).boxed().toList());
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] > 0 && cells[i] < LEAST) {
                shown.set(i, null);
            }
        }
        hideMore(cells, shown);
        return shown;
    }

    private static void hideMore(int[] cells, List<@Nullable Integer> shown) {
        int hidden = 0;
        int sum = 0;
        for (int i = 0; i < cells.length; i++) {
            if (shown.get(i) == null) {
                hidden++;
                sum += cells[i];
            }
        }
        while (hidden > 0 && (sum < LEAST || hidden < 2)) {
            int next = IntStream.range(0, cells.length).filter(i -> shown.get(i) != null).boxed().min(Comparator.comparingInt(i -> cells[i] == 0 ? Integer.MAX_VALUE : cells[i])).orElse(-1);
            if (next < 0) {
                break;
            }
            sum += cells[next];
            shown.set(next, null);
            hidden++;
        }
    }

    private static List<@Nullable Integer> nothing(int length) {
        return new ArrayList<>(java.util.Collections.nCopies(length, null));
    }
}
