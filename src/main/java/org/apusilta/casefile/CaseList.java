package org.apusilta.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apusilta.request.RequestStatus;
import org.jspecify.annotations.Nullable;

/** The cases of the caller's districts as a list (R5). */
public interface CaseList {

    /** How many cases one page shows. */
    int PAGE = 50;

    /** Longest phrase to search for, in characters. */
    int LONGEST_PHRASE = 100;

    /**
     * One case in the list.
     *
     * @param client name; null once erased
     * @param owner username of who answers for it; null when nobody does yet
     * @param task the open task that is due first, null when the case waits for somebody else
     * @param tasks how many tasks are open
     * @param climbed whether a late task has been told to the manager
     */
    record Row(UUID id, String reference, @Nullable String client, List<String> kinds, String district, RequestStatus stage, Instant receivedAt,
            @Nullable Instant closedAt, @Nullable String owner, @Nullable OpenTask task, int tasks, boolean late, boolean climbed) {}

    /** @param urgency NORMAL, SOON or URGENT, null when the process says none */
    record OpenTask(String id, String process, String step, @Nullable Instant due, @Nullable String assignee, @Nullable String urgency) {}

    /** @param total how many cases there are on all pages */
    record Page(List<Row> rows, int total) {

        /** @return how many pages there are, at least one */
        public int pages() {
            return Math.max(1, (total + PAGE - 1) / PAGE);
        }
    }

    /** @param phrase a name or reference to search for, null for all @return the page asked for, the last one when there are fewer */
    Page of(CaseQuery query, @Nullable String phrase);
}
