package org.apusilta.volunteer;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

/** What volunteers do in running supports, as far as those who guide them locally need it: days and minutes, nothing of the client. */
public interface SupportHours {

    /** @param reference how staff name the case */
    record Running(UUID caseId, String reference) {}

    /** A visit the volunteer has told of. */
    record Visit(UUID id, UUID caseId, UUID volunteerId, LocalDate day, int minutes) {}

    /** @return the supports that run with this volunteer */
    List<Running> running(UUID volunteerId);

    /** @return visits that took place in these cases on these days, by day */
    List<Visit> visits(Collection<UUID> cases, LocalDate from, LocalDate to);
}
