package org.apusilta.reporting.internal;

import java.time.Duration;
import java.time.Instant;

/** How old an open case is, in the steps a manager thinks in. */
enum Age {
    UNDER_1_WEEK(7), UNDER_2_WEEKS(14), UNDER_1_MONTH(30), UNDER_3_MONTHS(91), OLDER(Integer.MAX_VALUE);

    private final int daysBelow;

    Age(int daysBelow) {
        this.daysBelow = daysBelow;
    }

    static Age of(Instant receivedAt, Instant now) {
        long days = Duration.between(receivedAt, now).toDays();
        for (var age : values()) {
            if (days < age.daysBelow) {
                return age;
            }
        }
        return OLDER;
    }
}
