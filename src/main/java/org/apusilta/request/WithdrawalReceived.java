package org.apusilta.request;

import java.util.UUID;

/** The client no longer wants it, and the support already runs: heard by {@code relationship} in the same transaction. */
public record WithdrawalReceived(UUID caseId) {}
