package org.apusilta.volunteer;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/** The words that volunteers and requests have in common, as bit masks, so that "any in common" is one AND in SQL. */
public interface Vocabulary {

    /** The 21 times of a week, in the order of their bits: morning, afternoon and evening, Monday to Sunday. */
    List<String> SLOTS = List.of("MON_AM", "MON_PM", "MON_EVE", "TUE_AM", "TUE_PM", "TUE_EVE", "WED_AM", "WED_PM", "WED_EVE",
            "THU_AM", "THU_PM", "THU_EVE", "FRI_AM", "FRI_PM", "FRI_EVE", "SAT_AM", "SAT_PM", "SAT_EVE", "SUN_AM", "SUN_PM", "SUN_EVE");

    /** @return the mask of these times; unknown words are left out */
    static int slots(Collection<String> times) {
        return times.stream().mapToInt(SLOTS::indexOf).filter(bit -> bit >= 0).reduce(0, (mask, bit) -> mask | 1 << bit);
    }

    /** @return the times in this mask, in the order of the week */
    static List<String> slots(int mask) {
        return SLOTS.stream().filter(slot -> (mask & 1 << SLOTS.indexOf(slot)) != 0).toList();
    }

    /** @param codes ISO 639 codes @return their mask; a language the register does not know has no bit */
    long languages(Collection<String> codes);

    /** @return the codes of the languages in this mask */
    Set<String> languages(long mask);

    /** @param codes such as {@code MUSIC} @return their mask; unknown words are left out */
    long interests(Collection<String> codes);

    /** @return the codes of the interests in this mask */
    Set<String> interests(long mask);
}
