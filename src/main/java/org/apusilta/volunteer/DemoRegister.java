package org.apusilta.volunteer;

import java.util.function.IntConsumer;

/** Fills the register with invented people, for the demo and for tests. */
public interface DemoRegister {

    /**
     * Adds invented volunteers as Helsinki's really are: shares of age, language, activity and organisation as in R12.
     * The same seed and day give the same people, so a seed can be used once in a database.
     *
     * @param count how many to add
     * @param progress told the number added so far, now and then
     */
    void fill(int count, long seed, IntConsumer progress);

    /** Trainings, agreements, checks and assessments for the people written before; the demo's, once. */
    void proofs();
}
