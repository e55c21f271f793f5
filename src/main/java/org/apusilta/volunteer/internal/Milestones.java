package org.apusilta.volunteer.internal;

import java.util.Optional;

/** Which figures are worth thanks: the DMN {@code milestones} answers. */
public interface Milestones {

    /** @param code such as {@code YEARS_5} @param certificate whether a certificate goes with the thanks */
    record Milestone(String code, boolean certificate) {}

    /** What is counted. */
    enum Figure { YEARS, VISITS, HOURS }

    /** @return the milestone reached with this amount, if any */
    Optional<Milestone> reached(Figure figure, int amount);
}
