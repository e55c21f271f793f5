package org.apusilta.volunteer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apusilta.volunteer.SmallGroups.Group;
import org.junit.jupiter.api.Test;

class SmallGroupsTests {

    @Test
    void smallGroupsAndTheNumbersThatWouldGiveThemAwayAreHidden() {
        var shown = SmallGroups.of(List.of(new Group("a", 20, 30), new Group("b", 3, 0), new Group("c", 6, 6), new Group("d", 0, 0)));

        assertThat(shown).extracting(SmallGroups.Shown::code).containsExactly("a", "b", "c");
        assertThat(shown).extracting(SmallGroups.Shown::people).as("three people in b, so c goes with them").containsExactly(50, null, null);
        assertThat(shown.get(0).cells()).containsExactly(20, 30);
    }

    @Test
    void aSmallCellTakesAnotherWithIt() {
        assertThat(SmallGroups.of(List.of(new Group("a", 2, 40, 9))).get(0).cells()).containsExactly(null, 40, null);
        assertThat(SmallGroups.of(List.of(new Group("a", 2, 40))).get(0).cells()).containsExactly(null, null);
        assertThat(SmallGroups.of(List.of(new Group("a", 0, 40))).get(0).cells()).containsExactly(0, 40);
    }

    /** Whoever knows the sums of the columns too, from the same people in other groups, can do no better; and nothing comes out that stays in alone. */
    @Test
    void whatIsHiddenInAColumnIsNeverFewerThanFivePeople() {
        var random = new Random(405_003L);
        int shownAtAll = 0;
        for (int i = 0; i < 5000; i++) {
            var groups = new ArrayList<Group>();
            for (int g = 0; g < 1 + random.nextInt(6); g++) {
                groups.add(new Group("g" + g, random.nextInt(60), random.nextInt(30), random.nextInt(9)));
            }
            groups.removeIf(group -> group.people() == 0);
            var shown = SmallGroups.table(groups);
            for (int column = 0; column < 3; column++) {
                int hidden = 0;
                int sum = 0;
                boolean left = false;
                for (int g = 0; g < groups.size(); g++) {
                    int cell = groups.get(g).cells()[column];
                    boolean seen = shown.get(g).cells().get(column) != null;
                    hidden += seen || cell == 0 ? 0 : 1;
                    sum += seen ? 0 : cell;
                    left |= seen && cell > 0;
                    shownAtAll += seen ? 1 : 0;
                }
                assertThat(hidden == 0 || !left || hidden > 1 && sum >= SmallGroups.LEAST).as("column %d of %s: %s", column, groups, shown).isTrue();
            }
            for (var one : shown) {
                int cells = one.cells().stream().mapToInt(cell -> cell == null ? 0 : cell).sum();
                assertThat(one.people() == null || one.people() == cells || one.people() - cells >= SmallGroups.LEAST).as("%s", one).isTrue();
            }
        }
        assertThat(shownAtAll).isGreaterThan(15_000);
        assertThat(SmallGroups.table(List.of())).isEmpty();
    }

    /** Whoever knows the sums and what is shown can narrow what is hidden down to no fewer than five people. */
    @Test
    void whatIsHiddenIsNeverFewerThanFivePeople() {
        var random = new Random(405_002L);
        for (int i = 0; i < 5000; i++) {
            var groups = new ArrayList<Group>();
            for (int g = 0; g < 1 + random.nextInt(6); g++) {
                groups.add(new Group("g" + g, random.nextInt(12), random.nextInt(12), random.nextInt(3)));
            }
            var shown = SmallGroups.of(groups);
            int hidden = groups.stream().mapToInt(Group::people).sum() - shown.stream().mapToInt(one -> one.people() == null ? 0 : one.people()).sum();
            boolean some = shown.stream().anyMatch(one -> one.people() == null);
            boolean all = shown.stream().allMatch(one -> one.people() == null);
            assertThat(hidden >= SmallGroups.LEAST || !some || all).as("%s", groups).isTrue();
            for (var one : shown) {
                if (one.people() != null) {
                    assertThat(one.people()).isGreaterThanOrEqualTo(SmallGroups.LEAST);
                    int cells = one.cells().stream().mapToInt(cell -> cell == null ? 0 : cell).sum();
                    assertThat(one.people() - cells == 0 || one.people() - cells >= SmallGroups.LEAST).as("%s", one).isTrue();
                    assertThat(one.cells()).allMatch(cell -> cell == null || cell == 0 || cell >= SmallGroups.LEAST);
                }
            }
        }
    }
}
