package org.apusilta.request.web;

import java.util.List;
import org.apusilta.request.RequestStatus;
import org.jspecify.annotations.Nullable;

/**
 * Where a request stands, in plain words.
 *
 * @param now what happens now, one sentence
 * @param next what happens next
 * @param by by when the next step is due, a date in words; null when nobody's turn has a date
 * @param waiting what is known of the wait for a volunteer, sentence by sentence; none when nobody waits or nothing may be told
 * @param past what has happened, oldest first
 * @param closing how it ended; null while open
 */
public record StatusView(String reference, RequestStatus status, String name, String now, @Nullable String next, @Nullable String by,
        List<String> waiting, List<Milestone> past, @Nullable String closing, boolean open) {

    /** Something that has happened. */
    public record Milestone(String day, String text) {}
}
