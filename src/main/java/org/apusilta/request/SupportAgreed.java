package org.apusilta.request;

import java.util.UUID;

/** Both sides have confirmed and the support begins now: heard by {@code relationship} in the same transaction. */
public record SupportAgreed(UUID caseId) {}
