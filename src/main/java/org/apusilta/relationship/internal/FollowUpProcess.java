package org.apusilta.relationship.internal;

import java.util.UUID;
import org.apusilta.catalogue.Commitment;

/** The drawn process, as the services of this module start it. */
public interface FollowUpProcess {

    /** @param number of the period, from 1 @param worried whether the period before had a concern or a low answer */
    record Period(UUID caseId, String majorDistrict, int number, Commitment commitment, boolean worried) {}

    /** Starts the root process of one follow-up period. @return the engine's process instance id */
    String begin(Period period);
}
