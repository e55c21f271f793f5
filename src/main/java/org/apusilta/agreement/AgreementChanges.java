package org.apusilta.agreement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Changing an agreement while the support runs (R15): a new version is made; the old one holds until both have confirmed the new one. */
public interface AgreementChanges {

    /** Longest explanation, in characters. */
    int LONGEST = 4000;

    /** Why. */
    enum Reason { REVIEW, TASK, TIMES, BORDER, OTHER }

    /** @param words what is to change, in the coordinator's words @param askedBy username */
    record Change(Reason reason, String words, String askedBy, Instant askedAt) {}

    /**
     * Starts the making of a new version.
     *
     * @throws IllegalArgumentException when the words are missing or too long
     * @throws IllegalStateException when no agreement holds, or a new version is being made already
     */
    void ask(UUID caseId, Reason reason, String words);

    /** Keeps why a step of a process is about to make a new version; that it may was checked there. @param by account of who decided it */
    void because(UUID caseId, Reason reason, String words, String by);

    /** @return whether an agreement holds and no new version is being made */
    boolean possible(UUID caseId);

    /** @return what was asked for, oldest first */
    List<Change> of(UUID caseId);
}
