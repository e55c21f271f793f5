package org.apusilta.agreement;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Signed copies of an agreement on paper, scanned or photographed (R15). Each belongs to one version and never changes; each opening is recorded (R53). */
public interface SignedPapers {

    /** Largest copy, in bytes. */
    int LARGEST = 10 * 1024 * 1024;

    /** Whose signature is on it. */
    enum SignedBy { CLIENT, VOLUNTEER, BOTH }

    /** @param version its number @param type media type, as its first bytes say @param size in bytes @param author username of who added it @param opened how often it was opened */
    record Copy(UUID id, int version, SignedBy signedBy, String type, int size, String author, Instant addedAt, int opened) {}

    /** @param name for saving it, without anybody's name */
    record Content(String name, String type, byte[] content) {}

    /** Why a copy is not taken. */
    enum Problem { EMPTY, TOO_LARGE, TYPE, NOT_ASKED }

    /** The copy was not taken. */
    final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Problem problem;

        public Refused(Problem problem) {
            super(problem.name());
            this.problem = problem;
        }

        /** @return why */
        public Problem problem() {
            return problem;
        }
    }

    /**
     * Keeps a copy with this version.
     *
     * @throws Refused when it is empty, too large or neither PDF, PNG nor JPEG, or nobody has been asked to sign this version yet
     * @throws java.util.NoSuchElementException when the case has no such version
     */
    UUID add(UUID caseId, int version, SignedBy signedBy, byte[] content);

    /** @return the copies of all versions of the case, oldest first */
    List<Copy> of(UUID caseId);

    /** Opens one, and records that the caller did. @throws java.util.NoSuchElementException when this case has no such copy */
    Content open(UUID caseId, UUID copyId);
}
