package org.apusilta.request;

import java.util.UUID;

/**
 * Something has happened that the running process of a case does not wait for: its drawing is older, or it is ending already. A person has
 * to do by hand what it would have done; {@code casefile} makes it today's task in the same transaction.
 */
public record ByHand(UUID caseId, What what) {

    /** What happened. */
    public enum What { DEATH, VOLUNTEER, CHANGE }
}
