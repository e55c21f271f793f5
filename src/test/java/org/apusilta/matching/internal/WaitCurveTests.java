package org.apusilta.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalDouble;
import org.apusilta.matching.internal.WaitCurve.Wait;
import org.junit.jupiter.api.Test;

/**
 * Computed by hand. Ten waits in days, + still waits or left without: 3, 5, 5+, 8, 10, 12+, 15, 15, 20+, 30.
 *
 * <pre>
 * day   at risk  found   still waiting
 *   3        10      1   9/10                      = 0.9
 *   5         9      1   0.9     * 8/9             = 0.8
 *   8         7      1   0.8     * 6/7             = 0.685714
 *  10         6      1   0.685714 * 5/6            = 0.571429
 *  15         4      2   0.571429 * 2/4            = 0.285714
 *  30         1      1   0
 * </pre>
 */
class WaitCurveTests {

    private final WaitCurve curve = WaitCurve.of(List.of(found(15), found(3), still(5), found(5), found(8), found(10), still(12), found(15), still(20), found(30)));

    @Test
    void whoStillWaitsCountsAmongThoseAtRisk() {
        assertThat(curve.by(0.1, 0)).isEqualTo(OptionalDouble.of(3));
        assertThat(curve.by(0.2, 0)).isEqualTo(OptionalDouble.of(5));
        assertThat(curve.by(0.3, 0)).isEqualTo(OptionalDouble.of(8));
        assertThat(curve.by(0.5, 0)).as("leaving out who still waits would say 10").isEqualTo(OptionalDouble.of(15));
        assertThat(curve.by(0.8, 0)).isEqualTo(OptionalDouble.of(30));
    }

    /** Of those who have waited 9 days: 10 (6 at risk) 5/6, 15 (4) 5/12, 30 (1) 0. */
    @Test
    void whoHasWaitedIsComparedWithThoseWhoWaitedAsLong() {
        assertThat(curve.longerThan(9)).isEqualTo(6);
        assertThat(curve.foundAfter(9)).isEqualTo(4);
        assertThat(curve.by(0.5, 9)).isEqualTo(OptionalDouble.of(15));
        assertThat(curve.by(0.16, 9)).isEqualTo(OptionalDouble.of(10));
    }

    @Test
    void aCurveThatNeverGetsThereSaysSo() {
        var most = WaitCurve.of(List.of(found(7), found(14), still(40), still(50)));
        assertThat(most.by(0.5, 0)).isEqualTo(OptionalDouble.of(14));
        assertThat(most.by(0.8, 0)).isEmpty();
        assertThat(most.longest()).isEqualTo(50);
        assertThat(WaitCurve.of(List.of()).by(0.5, 0)).isEmpty();
        assertThat(WaitCurve.of(List.of()).longest()).isZero();
    }

    private static Wait found(double days) {
        return new Wait(days, true);
    }

    private static Wait still(double days) {
        return new Wait(days, false);
    }
}
