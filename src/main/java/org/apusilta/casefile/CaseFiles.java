package org.apusilta.casefile;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.matching.Waiting;
import org.apusilta.request.People;

/**
 * One case read together from all modules, for the people who work with it. Every verb first asks whether the case's district
 * is the caller's: {@link java.util.NoSuchElementException} when there is no such case,
 * {@link org.springframework.security.access.AccessDeniedException} when it is not theirs.
 */
public interface CaseFiles {

    /** Longest note and reason, in characters. */
    int LONGEST = 4000;

    /** @return everything the Case tab shows, in the reader's language */
    CaseFile of(UUID caseId, Locale reader);

    /** @return what happened and who decided it, oldest first, in the reader's language */
    List<TimelineEntry> timeline(UUID caseId, Locale reader);

    /** Keeps a note with the case, signed by the caller. @return its id @throws IllegalArgumentException when empty or longer than {@link #LONGEST} */
    UUID note(UUID caseId, String text);

    /**
     * Keeps the answer to the open question that came by phone ({@code PHONE}) or mail ({@code MAIL}), signed by the caller.
     *
     * @return false when no question is open (any more)
     * @throws IllegalArgumentException when empty or longer than {@link #LONGEST}
     */
    boolean answered(UUID caseId, String text, People.Means means);

    /**
     * Keeps what a client who waits said by phone to the question whether the help is still wanted, signed by the caller.
     *
     * @param words what is good to remember; may be empty
     * @return false when no answer is awaited now
     * @throws IllegalArgumentException when longer than {@link #LONGEST}
     */
    boolean waits(UUID caseId, Waiting.Answer answer, String words);

    /** @return whether an answer of a client who waits is awaited now, so that it can be written down */
    boolean awaitsWaiting(UUID caseId);

    /**
     * Keeps that the caller has told this message by phone or letter. Told twice, the first stays.
     *
     * @throws java.util.NoSuchElementException also when the case has no such message that is a person's to tell
     */
    void told(UUID caseId, UUID message);

    /** The client no longer wants it: keeps the reason as a note and takes the request back, wherever its process stands. Idempotent. */
    void withdraw(UUID caseId, String reason);
}
