package org.apusilta.volunteer;

import java.time.LocalDate;
import java.util.UUID;

/** A volunteer rests until a day: what is only asked is let go, what runs is paused; heard in the same transaction. @param by account, or VOLUNTEER by link */
public record VolunteerPaused(UUID volunteerId, LocalDate until, String by) {}
