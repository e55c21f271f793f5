package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.util.UUID;

/** What planned-change must do: the services know it by this, the process package calls the engine. */
public interface PlanProcess {

    /** Waits for the morning of this day. */
    void planned(long planId, UUID volunteerId, String major, LocalDate morning);

    /** Whatever waits for a day is not waited for any longer. */
    void overtake(UUID volunteerId);
}
