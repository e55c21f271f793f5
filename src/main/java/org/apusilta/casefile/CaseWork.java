package org.apusilta.casefile;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.security.Colleagues.Colleague;

/**
 * In whose hands cases are (R6). A claim is a lock: what a colleague has, only they themselves, their deputy of today or the lead
 * move on; nobody but the lead hands free work to others.
 */
public interface CaseWork {

    /** @param moved how many cases have changed hands @param refused how many have not, because the rules or the districts forbid it */
    record Result(int moved, int refused) implements java.io.Serializable {}

    /** @return who answers for this case */
    Optional<String> ownerName(UUID caseId);

    /** @return whether the caller may take this case */
    boolean mayTake(UUID caseId);

    /** @return to whom the caller may hand this case; nobody when it is not theirs to hand over */
    List<Colleague> mayHandTo(UUID caseId);

    /** The caller answers for these open cases from now on, and has their free tasks. */
    Result take(Collection<UUID> cases);

    /**
     * These open cases, with the tasks the caller may move, are somebody else's from now on.
     *
     * @param to username of a coordinator or lead
     * @param tell whether each client whose coordinator changes gets a letter in their language
     */
    Result handOver(Collection<UUID> cases, String to, boolean tell);

    /** @return whose cases the caller may hand over as a whole: the own, those of whom they stand in for, for the lead everybody's */
    List<Colleague> whoseAll();

    /** @return how many open cases this person answers for */
    int count(String account);

    /**
     * All open cases of one person go to another, each client gets a letter. Cases of districts the other does not work in stay.
     *
     * @throws org.springframework.security.access.AccessDeniedException when they are not the caller's to hand over
     */
    Result handOverAll(String from, String to);
}
