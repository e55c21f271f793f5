package org.apusilta.volunteer;

import java.time.LocalDate;
import java.util.UUID;

/** What has been done for a volunteer, in one timeline. Whoever does some of it says so here. */
public interface CareLog {

    /**
     * Notes one event, in the caller's transaction. The same kind on the same day is noted once, so that saying it again does no harm.
     *
     * @param by account of who did it, or {@code APUSILTA} when a process did
     */
    void note(UUID volunteerId, CareKind kind, LocalDate day, String by);
}
