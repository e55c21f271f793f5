package org.apusilta.volunteer;

import java.util.UUID;

/** A volunteer stops: whoever has a case in hand with them lets go; heard in the same transaction. @param by account, or VOLUNTEER by link */
public record VolunteerGone(UUID volunteerId, String by) {}
