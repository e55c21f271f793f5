package org.apusilta.volunteer;

import java.time.LocalDate;
import java.util.UUID;

/** A volunteer is back before their rest was over: what was paused for it may go on; heard in the same transaction. @param restedUntil the day it was to last */
public record VolunteerReturned(UUID volunteerId, LocalDate restedUntil, String by) {}
