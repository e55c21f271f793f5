package org.apusilta.volunteer;

import java.util.UUID;

/** Something about the volunteer changed that matching must know; heard in the same transaction. */
public record VolunteerChanged(UUID volunteerId) {}
