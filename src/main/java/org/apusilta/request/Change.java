package org.apusilta.request;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is to be otherwise in a request; null leaves it as it was.
 *
 * @param kinds catalogue codes, the most wanted first
 * @param times of {@code MON_AM … SUN_EVE}; empty when any time will do
 * @param languages ISO 639-1 codes, best first
 * @param hoursPerWeek 0.5 to 60
 * @param words why, or what else, in their own words; at most 4000 characters
 */
public record Change(@Nullable List<String> kinds, @Nullable List<String> times, @Nullable List<String> languages, @Nullable Double hoursPerWeek,
        @Nullable String district, @Nullable LocalDate startOn, @Nullable String words) {

    /** Languages one is offered to choose from, the three we write in first; the register knows more. */
    public static final List<String> SPOKEN = List.of("fi", "sv", "en", "ru", "et", "so", "ar", "uk", "ku", "fa", "zh", "vi", "es", "fr", "de", "tr");

    /** What became of it. */
    public enum Result {
        /** It holds now; what had been arranged on the old wishes is let go, and a coordinator screens it anew. */ DONE,
        /** It holds now, and what is arranged stays. */ KEPT,
        /** A coordinator looks at it first, for two people have been brought together already. */ TO_COORDINATOR,
        /** The case has ended. */ CLOSED
    }
}
