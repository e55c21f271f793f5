package org.apusilta.volunteer;

import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What volunteers have done, counted by the modules in which they do it: there may be none of these or many, and their numbers are added. */
public interface ServiceDone {

    /** @param visits how often they have been there @param minutes in all, where somebody said how long @param kinds codes of what they helped with */
    record Done(int visits, long minutes, Set<String> kinds) {}

    /** @return visits and minutes of everybody who has been there at all; the kinds are left out */
    Map<UUID, Done> all();

    /** @return what this volunteer has done; zeros when nothing */
    Done of(UUID volunteerId);
}
