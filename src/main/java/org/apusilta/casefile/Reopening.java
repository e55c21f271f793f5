package org.apusilta.casefile;

import java.util.Optional;
import java.util.UUID;

/**
 * Takes a closed case up again. A root that has ended stays ended, so the case goes on as a new request that knows the old one
 * ("chain of roots"); the requester and the client are told, the history stays with both.
 */
public interface Reopening {

    /** Why. */
    enum Reason { NEED_AGAIN, ENDED_TOO_EARLY, MISTAKE, OTHER }

    /** @return whether the caller may reopen this case: it is closed, theirs, and does not go on already */
    boolean possible(UUID caseId);

    /** @return the case that goes on from this one */
    Optional<UUID> next(UUID caseId);

    /**
     * @param words why, in the coordinator's words; kept as a note with the old case and the new
     * @param clientAgreed whether the client was asked anew and said yes: without it nothing is reopened
     * @return the new case
     * @throws IllegalArgumentException when words or the client's yes are missing
     * @throws IllegalStateException when it is open, or goes on already
     */
    UUID reopen(UUID caseId, Reason reason, String words, boolean clientAgreed);
}
