package org.apusilta.matching;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who waits for a volunteer, when they hear from us, what they said, and how long it may take. */
public interface Waiting {

    /** What somebody who waits may answer. */
    enum Answer { STILL_WANTED, INTERIM, CHANGED, NOT_WANTED }

    /**
     * One time we asked whether the help is still wanted.
     *
     * @param promisedOn by the end of this day the client has answered, or a person has the task to call
     * @param interim name of what the client would like meanwhile, as it was offered
     * @param words what the client wrote, or the coordinator noted
     * @param means LINK or PHONE @param recordedBy account, null by link
     * @param closedAt over without an answer: a volunteer was found, or the case ended
     */
    record Contact(int number, Instant begunAt, LocalDate promisedOn, @Nullable Instant remindedAt, @Nullable Answer answer,
            @Nullable String interim, @Nullable String words, @Nullable String means, @Nullable String recordedBy, @Nullable Instant answeredAt,
            @Nullable Instant closedAt) {}

    /** @param promisedOn the day by which we are in touch next; null while what the client said is being looked after, and when the wait is over */
    record Care(Instant beganAt, @Nullable LocalDate promisedOn, List<Contact> contacts, boolean waiting) {}

    /** @return how this case waits or waited, empty when it never looked for a volunteer */
    Optional<Care> of(UUID caseId);

    /** @return how long it may take, in plain words, with what it rests on; says so when nobody can tell yet */
    String estimate(UUID caseId, Locale reader);

    /** @return whether an answer is awaited now, by link or by what a coordinator hears */
    boolean awaited(UUID caseId);

    /**
     * Keeps what a coordinator heard while an answer is awaited, and lets the process go on.
     *
     * @param words what is good to remember, null when nothing
     * @return false when no answer is awaited now, or a task to call stands open already
     */
    boolean heard(UUID caseId, Answer answer, @Nullable String words, String by);
}
