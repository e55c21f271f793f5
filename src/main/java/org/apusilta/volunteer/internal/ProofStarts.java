package org.apusilta.volunteer.internal;

import java.util.UUID;

/** Begins what a volunteer needs anew; {@code process} answers. */
public interface ProofStarts {

    /** What can be begun. */
    enum Proof { AGREEMENT, TRAINING, CHECK }

    /** @param major whose coordinators see to it @return false when it is under way already */
    boolean begin(UUID personId, Proof proof, String major);

    /** The volunteer has left: what is being renewed ends. */
    void drop(UUID personId);
}
