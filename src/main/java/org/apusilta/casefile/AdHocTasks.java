package org.apusilta.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Tasks of a case that no drawing foresees. What is to be done stays in our tables; the engine knows the kind alone. */
public interface AdHocTasks {

    /** What kind of task: the DMN {@code taskConfig} says by when, how pressing and on whose desk. */
    enum Kind { CALL_CLIENT, CALL_VOLUNTEER, CALL_REQUESTER, VISIT, PAPERWORK, ASK_LEAD, OTHER }

    /** @param askedBy name of who asked */
    record Asked(UUID id, Kind kind, String what, String askedBy, Instant askedAt) {}

    /**
     * Asks for something to be done in an open case of the caller's.
     *
     * @param what 1 to {@link CaseFiles#LONGEST} characters
     * @throws IllegalArgumentException when empty or too long
     * @throws CaseClosed when the case has ended
     */
    UUID ask(UUID caseId, Kind kind, String what);

    /** @return what was asked in this case, oldest first, done or not */
    List<Asked> of(UUID caseId);
}
