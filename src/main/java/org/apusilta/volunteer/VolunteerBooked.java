package org.apusilta.volunteer;

import java.util.UUID;

/** One place more is taken with the volunteer, and nothing else has changed; heard in the same transaction. */
public record VolunteerBooked(UUID volunteerId) {}
