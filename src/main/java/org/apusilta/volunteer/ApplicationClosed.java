package org.apusilta.volunteer;

import java.util.UUID;

/** An application ended without a volunteer: whoever holds something for this person lets go of it; heard in the same transaction. */
public record ApplicationClosed(UUID applicationId, Application.Outcome outcome) {}
