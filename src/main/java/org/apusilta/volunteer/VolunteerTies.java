package org.apusilta.volunteer;

import java.util.UUID;

/** Something that runs with a volunteer at this moment and holds on to their id: then two entries are not made one. Each module that has such things says so. */
public interface VolunteerTies {

    /** @return whether something runs */
    boolean running(UUID volunteerId);
}
