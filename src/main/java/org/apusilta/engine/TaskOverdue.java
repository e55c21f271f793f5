package org.apusilta.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task's deadline has passed and nobody has been told yet, or the lead has been told and it stands still (R24). Published once
 * for each task, deadline and reader, in the transaction that remembers it.
 *
 * @param process process definition key
 * @param taskKey element id of the task, such as {@code screenRequest}
 * @param major the case's major district, 1 to 8; null when the process keeps none
 * @param whom who is to hear
 */
public record TaskOverdue(UUID caseId, String process, String taskKey, @Nullable String major, Whom whom) {

    /** The lead first; the manager when the further deadline {@code overdueToManager} has passed, too. */
    public enum Whom { LEAD, MANAGER }
}
