package org.apusilta.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The calls of a case: who called whom, and what came of it. */
public interface Calls {

    /** Whether we called or were called. */
    enum Direction { OUT, IN }

    /** Who was at the other end. */
    enum Party { CLIENT, REQUESTER, VOLUNTEER, RELATIVE, OTHER }

    /** What came of it. */
    enum Outcome { TALKED, NO_ANSWER, LEFT_MESSAGE, CALL_AGAIN }

    /** @param author name of who called or answered */
    record Call(Direction direction, Party party, Outcome outcome, String words, Instant calledAt, String author) {}

    /**
     * Keeps a call with the case.
     *
     * @param words what was said; may be empty when nobody was reached
     * @throws IllegalArgumentException when words are missing or too long, or the call is to come yet
     */
    UUID add(UUID caseId, Direction direction, Party party, Outcome outcome, String words, Instant calledAt);

    /** @return the case's calls, oldest first */
    List<Call> of(UUID caseId);
}
