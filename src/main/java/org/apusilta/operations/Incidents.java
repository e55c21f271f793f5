package org.apusilta.operations;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Technical steps of cases that failed after all their retries, and that an administrator was told of. */
public interface Incidents {

    /**
     * One fault.
     *
     * @param process process definition key, such as {@code help-request}
     * @param step element id of the step that failed, such as {@code tellAccepted}
     * @param solvedAt when it was over by itself or with the case; null while it lasts, and when the administrator had it tried again
     */
    record Fault(String process, String step, Instant reportedAt, @Nullable Instant solvedAt) {}

    /** @return the case's faults, oldest first */
    List<Fault> of(UUID caseId);
}
