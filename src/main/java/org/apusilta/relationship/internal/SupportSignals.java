package org.apusilta.relationship.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** What the drawn processes of this module are told. Each says whether somebody waited for it; nobody waiting is no error. */
public interface SupportSignals {

    /** @param urgent whether it must be looked at before all else */
    boolean concernRaised(UUID caseId, boolean urgent);

    boolean supportPaused(UUID caseId);

    boolean pauseChanged(UUID caseId);

    boolean pauseEnded(UUID caseId);

    boolean visitLogged(UUID caseId);

    boolean viewsGiven(UUID caseId);

    /** @return whether both sides are being heard on a concern now */
    boolean awaitsViews(UUID caseId);

    /** @return when both sides are asked next how it goes; empty while they are being asked, in a pause or a mediation */
    Optional<Instant> nextAsked(UUID caseId);

    /** @return whether the closing still waits for what the volunteer would like next */
    boolean awaitsWish(UUID caseId);

    /** @param wish a {@link Closings.Wish} */
    boolean wishGiven(UUID caseId, String wish);
}
