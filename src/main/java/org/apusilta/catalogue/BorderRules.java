package org.apusilta.catalogue;

import java.time.LocalDate;
import java.util.List;

/** The rules of the border, as managers keep them. */
public interface BorderRules {

    /** @return the rules that count on this day, one a code, in code order */
    List<BorderRule> on(LocalDate day);

    /** @return every version ever kept or still to come, by code and then newest first */
    List<BorderRule> all();

    /** @return today's rules that this text tells of, in any form the words take in Finnish, Swedish or English; a proposal for a person to look at */
    List<BorderRule> toldOf(String text);

    /**
     * Keeps a new version. One that has not begun yet is replaced by another for the same day; what has counted stays.
     *
     * @param by account of who decided it
     * @throws IllegalArgumentException when the day is past: decisions made by the old rule could not be explained any more
     */
    void keep(BorderRule rule, String by);
}
