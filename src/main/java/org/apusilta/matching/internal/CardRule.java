package org.apusilta.matching.internal;

/** The table {@code visitCard}, as the services of this module ask it. */
public interface CardRule {

    /** @param daysUntilVisit whole days, below 0 after it @return whether the visit card may be opened */
    boolean open(long daysUntilVisit);
}
