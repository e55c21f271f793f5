package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.apusilta.volunteer.internal.VolunteerChanges.What;
import org.jspecify.annotations.Nullable;

/** What volunteer-change must do: the services know it by this, the process package calls the engine. */
public interface ChangeProcess {

    /** @param until last day of a rest @param hurt whether a person says goodbye, no machine */
    record Told(long changeId, UUID volunteerId, String major, What what, @Nullable LocalDate until, boolean hurt) {}

    /** Begins what follows from a change. A rest that runs is overtaken by another coming or going. */
    void told(Told told);
}
