package org.apusilta.reporting.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apusilta.relationship.SupportFigures;
import org.apusilta.request.Border;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one page, for one choice of district and time. Public, as its template reads it.
 *
 * @param open cases that are not closed, the running supports among them
 * @param running supports that run
 * @param searching cases for which nobody has said yes yet
 * @param overdue tasks whose deadline has passed
 * @param climbed of those, how many the manager was told of
 * @param professional requests closed because all of them is a professional's work @param declined the same by what was asked
 * @param now open concerns, pauses and questions of whose work something is
 * @param ages names of the age classes, in their order
 */
public record Overview(int open, int running, int searching, int overdue, int climbed, List<String> ages, List<StageAges> stages, List<Week> weeks,
        List<StageTime> times, List<Queue> queues, List<Step> steps,
        List<BorderCount> border, int professional, List<Border.Declined> declined, SupportFigures.Now now, List<SupportFigures.Visits> visits, List<SupportFigures.Drifts> drifts) {

    /** @param counts open cases of this stage in each age class */
    public record StageAges(String stage, List<Integer> counts) {

        /** @return open cases of this stage */
        public int total() {
            return counts.stream().mapToInt(Integer::intValue).sum();
        }
    }

    /** @param begun supports that began @param closed cases closed, for whatever reason */
    public record Week(LocalDate monday, int received, int begun, int closed) {}

    /** @param cases cases that left the stage */
    public record StageTime(String stage, int cases, @Nullable Duration median, @Nullable Duration p90) {}

    /** @param oldestDue the longest passed deadline */
    public record Queue(String process, String task, int open, int overdue, @Nullable Instant oldestDue) {}

    /** Decisions on one piece of help in one district (R19, R22). */
    public record BorderCount(String code, @Nullable String service, String district, int professional, int volunteer, int overruled) {}

    /** @param standing tokens there now @param longest how long the first of them has stood @param left visits that ended */
    public record Step(String step, int standing, @Nullable Duration longest, int left, @Nullable Duration median,
            @Nullable Duration p90) {}
}
