package org.apusilta.casefile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One thing that happened in a case.
 *
 * @param type REQUEST, DECISION, ANSWER, WAIT, END, MESSAGE, OFFER, AGREEMENT, SUPPORT, CHECK_IN, VISIT, CONCERN, PAUSE, VIEW, FAULT, NOTE, TASK, CALL, DOCUMENT or HANDOVER
 * @param text what happened, one sentence in the reader's language
 * @param who who did it, by name; null when the system did
 * @param details what was written, as it was written
 */
public record TimelineEntry(Instant at, String type, String text, @Nullable String who, List<String> details) {}
