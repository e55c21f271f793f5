package org.apusilta.engine;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A task's deadline has passed and nobody has been told yet. Published once for each task and deadline, in the transaction
 * that remembers it.
 *
 * @param process process definition key
 * @param taskKey element id of the task, such as {@code screenRequest}
 * @param major the case's major district, 1 to 8; null when the process keeps none
 */
public record TaskOverdue(UUID caseId, String process, String taskKey, @Nullable String major) {}
