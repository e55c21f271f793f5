package org.apusilta.catalogue;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * On which side of the border between volunteering and professional work something falls, from a day on (R7, R19-R23).
 *
 * @param code stable, upper snake case, such as {@code MEDICATION}
 * @param validFrom first day on which it counts; a later version of the same code takes its place
 * @param service where the professional part belongs, such as {@code HOME_CARE}; what managers count by (R22)
 * @param kind the kind of help it is about, null when it is something people write of
 * @param spotted beginnings of words that tell of it, separated by commas; {@code *} in front finds it inside words too
 * @param advice what the requester is told about where help is found instead
 */
public record BorderRule(String code, LocalDate validFrom, Side side, String service, @Nullable String kind, String spotted,
        Texts name, Texts advice) {

    /** Whose work it is; {@code UNCLEAR} asks a person. */
    public enum Side { VOLUNTEER, PROFESSIONAL, UNCLEAR }

    /** @return the word beginnings, lower case, none empty */
    public List<String> beginnings() {
        return Arrays.stream(spotted.split(",")).map(BorderRule::folded).filter(word -> word.replace("*", "").length() > 2).toList();
    }

    /** @return whether the text tells of it, in any language */
    public boolean spottedIn(String text) {
        var words = " " + folded(text).replaceAll("[^\\p{L}\\p{N}-]+", " ") + " ";
        return beginnings().stream().anyMatch(begin -> words.contains(begin.startsWith("*") ? begin.substring(1) : " " + begin));
    }

    private static String folded(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT).strip();
    }
}
