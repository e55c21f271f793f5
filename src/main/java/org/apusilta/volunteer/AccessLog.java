package org.apusilta.volunteer;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who has looked at a volunteer's data: written when a member of staff opens it, read by the volunteer on their own page. Lines
 * are only ever added. Pages below {@code /volunteers/{id}} and {@code /applicants/{id}} are noted by themselves; an applicant has the id
 * of the volunteer they become.
 */
public interface AccessLog {

    /** What was opened: the person's card, how to reach them, a case they have in hand, a list for export. */
    enum What { CARD, CONTACT, CASE, EXPORT, CHANGE }

    /**
     * As the volunteer reads it: what somebody is here, never who.
     *
     * @param role COORDINATOR, LEAD … @param districts major districts of a coordinator, empty for those who look after all
     */
    record Look(String role, Set<String> districts, What what, Instant at) {}

    /** Notes that whoever is logged in opens this now; nothing when nobody is. The same thing again within minutes is one look. @param caseId null when it is about no case */
    void looked(UUID volunteerId, What what, @Nullable UUID caseId);

    /** Notes that whoever is logged in takes a list with these volunteers out of the house: each of them once, in one go. */
    void exported(Collection<UUID> volunteerIds);

    /** @return newest first, at most {@code most} */
    List<Look> of(UUID volunteerId, int most);
}
