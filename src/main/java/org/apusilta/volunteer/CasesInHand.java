package org.apusilta.volunteer;

import java.util.UUID;

/** The cases in which a volunteer is asked, booked or serving, as those know who keep them. */
public interface CasesInHand {

    /** @return how many cases have not yet heard that this volunteer leaves or rests */
    int unheard(UUID volunteerId);

    /** @return how many cases they have in hand */
    int count(UUID volunteerId);
}
