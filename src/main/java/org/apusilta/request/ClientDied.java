package org.apusilta.request;

import java.util.UUID;

/** A person has confirmed the client's death, and the request's own process has ended: heard by {@code relationship} in the same transaction. */
public record ClientDied(UUID caseId) {}
