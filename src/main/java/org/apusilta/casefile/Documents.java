package org.apusilta.casefile;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Documents of a case: a consent on paper, a scan of the agreement. Kept in our own tables; each opening is recorded (R53). */
public interface Documents {

    /** Largest document, in bytes. */
    int LARGEST = 10 * 1024 * 1024;

    /** @param type media type, as its first bytes say @param size in bytes @param author name of who added it @param opened how often it was opened */
    record Document(UUID id, String name, String type, long size, String author, Instant addedAt, int opened) {}

    /** @param content as it was uploaded */
    record Content(String name, String type, byte[] content) {}

    /** Why a document is not taken. */
    enum Problem { EMPTY, TOO_LARGE, TYPE }

    /** The document was not taken. */
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

    /** Keeps a document with the case. @throws Refused when it is empty, too large or of a type we do not take */
    UUID add(UUID caseId, String name, byte[] content);

    /** @return the case's documents, oldest first, without their content */
    List<Document> of(UUID caseId);

    /** Opens one, and records that the caller did. @throws java.util.NoSuchElementException when this case has no such document */
    Content open(UUID caseId, UUID documentId);
}
