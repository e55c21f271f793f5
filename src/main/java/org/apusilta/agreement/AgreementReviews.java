package org.apusilta.agreement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** By when the agreement that holds is to be gone through with both (R15). How long that is: setting {@code apusilta.agreement.review-after}. */
public interface AgreementReviews {

    /**
     * @param version number of the version it is about
     * @param dueOn day in Helsinki
     * @param reviewedBy username of who went through it before this day was set; null for the first, set when both had confirmed
     */
    record Review(int version, LocalDate dueOn, @Nullable String reviewedBy, Instant setAt) {}

    /** @return the next review of the agreement that holds; empty when none does */
    Optional<Review> next(UUID caseId);

    /** @return whether the next review's day has come */
    boolean due(UUID caseId);

    /** @return every day that was set in this case, oldest first */
    List<Review> of(UUID caseId);

    /** The caller has gone through the agreement with both and it stays as it is; the next day is set. @throws IllegalStateException when none holds */
    void reviewed(UUID caseId);
}
