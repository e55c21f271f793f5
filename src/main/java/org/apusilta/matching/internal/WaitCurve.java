package org.apusilta.matching.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How waits ended so far, those that still last included: the product-limit estimate of Kaplan and Meier. Who still waits, or
 * left without a volunteer, counts among those at risk until that day and no longer; leaving them out would promise too short
 * a wait. Who has waited some days already is compared only with those who waited at least as long.
 *
 * @see <a href="https://doi.org/10.1080/01621459.1958.10501452">E. L. Kaplan and P. Meier: Nonparametric Estimation from Incomplete
 *     Observations. Journal of the American Statistical Association 53 (1958), 457-481</a>
 */
final class WaitCurve {

    /** One wait. @param days from its beginning to its end, or until now @param found whether it ended with a volunteer */
    record Wait(double days, boolean found) {}

    private final List<Wait> waits;

    private WaitCurve(List<Wait> waits) {
        this.waits = waits;
    }

    static WaitCurve of(Collection<Wait> waits) {
        return new WaitCurve(waits.stream().sorted(Comparator.comparingDouble(Wait::days)).toList());
    }

    /** @return how many waits lasted longer than this */
    int longerThan(double waited) {
        return (int) waits.stream().filter(one -> one.days() > waited).count();
    }

    /** @return how many of those who waited longer than this found a volunteer in the end */
    int foundAfter(double waited) {
        return (int) waits.stream().filter(one -> one.days() > waited && one.found()).count();
    }

    /** @return the longest wait seen, 0 when there is none */
    double longest() {
        return waits.isEmpty() ? 0 : waits.get(waits.size() - 1).days();
    }

    /**
     * @param share of those who have waited this long, 0 to 1
     * @return the day, counted from the beginning, by which that share has found a volunteer; empty when the curve never gets there
     */
    OptionalDouble by(double share, double waited) {
        double stillWaiting = 1;
        for (int i = 0; i < waits.size();) {
            double day = waits.get(i).days();
            int atRisk = waits.size() - i;
            int found = 0;
            for (; i < waits.size() && waits.get(i).days() == day; i++) {
                found += waits.get(i).found() ? 1 : 0;
            }
            if (day <= waited) {
                continue;
            }
            stillWaiting *= 1 - (double) found / atRisk;
            if (1 - stillWaiting >= share - 1e-9) {
                return OptionalDouble.of(day);
            }
        }
        return OptionalDouble.empty();
    }
}
