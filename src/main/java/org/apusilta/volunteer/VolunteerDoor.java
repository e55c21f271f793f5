package org.apusilta.volunteer;

import java.util.UUID;

/** The one way to a volunteer's data for staff: those in whose districts the volunteer lives, as for cases. */
public interface VolunteerDoor {

    /** Lets the reader in. @throws java.util.NoSuchElementException when there is no such volunteer @throws org.springframework.security.access.AccessDeniedException when it is not theirs to see */
    void open(UUID volunteerId);
}
