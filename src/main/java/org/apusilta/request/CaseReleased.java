package org.apusilta.request;

import java.util.UUID;

/**
 * Whoever holds something for this case lets it go now, in the same transaction: reservations, open offers, links, planned messages.
 *
 * @param ended whether the case is over (else it goes on with another volunteer)
 */
public record CaseReleased(UUID caseId, boolean ended) {}
