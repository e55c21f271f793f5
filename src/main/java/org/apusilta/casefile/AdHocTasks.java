package org.apusilta.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Tasks of a case that no drawing foresees. What is to be done stays in our tables; the engine knows the kind alone. */
public interface AdHocTasks {

    /** What kind of task: the DMN {@code taskConfig} says by when, how pressing and on whose desk. */
    enum Kind {
        CALL_CLIENT, CALL_VOLUNTEER, CALL_REQUESTER, VISIT, PAPERWORK, ASK_LEAD, OTHER,
        /** Nobody asks for it: the case's process does not wait for what has happened. */
        BY_HAND,
        /** The same after a death: it outlives the end of the case. */
        AFTER_DEATH;

        /** What a person may ask for. */
        public static final List<Kind> ASKED = List.of(CALL_CLIENT, CALL_VOLUNTEER, CALL_REQUESTER, VISIT, PAPERWORK, ASK_LEAD, OTHER);
    }

    /** @param what words, or the code of what happened where nobody asked @param askedBy name of who asked, null when nobody did */
    record Asked(UUID id, Kind kind, String what, @Nullable String askedBy, Instant askedAt) {}

    /**
     * Asks for something to be done in an open case of the caller's.
     *
     * @param what 1 to {@link CaseFiles#LONGEST} characters
     * @throws IllegalArgumentException when empty or too long, or of a kind nobody asks for
     * @throws CaseClosed when the case has ended
     */
    UUID ask(UUID caseId, Kind kind, String what);

    /** @return what was asked in this case, oldest first, done or not */
    List<Asked> of(UUID caseId);
}
