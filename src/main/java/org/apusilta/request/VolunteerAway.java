package org.apusilta.request;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The volunteer of a support that runs leaves (null) or rests until a day: heard by {@code relationship} in the same transaction. @param by account, or VOLUNTEER by link */
public record VolunteerAway(UUID caseId, @Nullable LocalDate until, String by) {}
