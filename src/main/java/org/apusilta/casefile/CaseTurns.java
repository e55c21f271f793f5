package org.apusilta.casefile;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.request.Change;
import org.apusilta.request.HelpRequests.DeathToldBy;

/** What may happen to a case at any moment, as a coordinator hears and records it: death, a volunteer who leaves or rests, other wishes. */
public interface CaseTurns {

    /** @param left whether they have left the register @param restingUntil last day of a rest, empty when none */
    record InHand(UUID id, String name, Optional<LocalDate> restingUntil) {}

    /** @return the volunteer who is asked, booked or serving in this case now */
    Optional<InHand> volunteer(UUID caseId);

    /** @return whether the client has died, as far as we know */
    boolean died(UUID caseId);

    /**
     * The client has died. Everything automatic to the client's side stops at once.
     *
     * @param words may be empty @throws IllegalArgumentException when they are too long
     */
    void clientDied(UUID caseId, DeathToldBy toldBy, String words);

    /** @return whether a volunteer knows this client, and so must hear of a death from a person; asked before it is recorded */
    boolean volunteerKnows(UUID caseId);

    /** @return how often something happened that the case's process did not wait for, so that a person has to act. A number only: asked after a turn, when the district may be another's */
    int byHand(UUID caseId);

    /** The volunteer stops altogether. @return false when the case has none in hand */
    boolean volunteerLeaves(UUID caseId, String words);

    /**
     * The volunteer rests until a day.
     *
     * @return false when the case has none in hand @throws IllegalArgumentException when the day is past or more than a year ahead
     */
    boolean volunteerRests(UUID caseId, LocalDate until, String words);

    /** Other wishes. @throws IllegalArgumentException when a field is not in order, or nothing is to change */
    Change.Result change(UUID caseId, Change change, boolean screenAnew);
}
