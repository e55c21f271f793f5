package org.apusilta.matching.internal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.apusilta.volunteer.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Clients tell what they like in their own words; the register has 28 words for it. A client's word counts when it begins like one
 * of those kept under {@code matching.interest.words.…} in any of the three languages, or is the register's own. What is not
 * understood costs nobody points and can be read in the Case tab.
 */
@Component
class ToldInterests {

    private final Map<String, String> stems = new HashMap<>();
    private final Vocabulary vocabulary;

    ToldInterests(Vocabulary vocabulary, MessageSource messages) {
        this.vocabulary = vocabulary;
        for (var code : vocabulary.interests(-1L)) {
            for (var language : List.of("fi", "sv", "en")) {
                var words = messages.getMessage("matching.interest.words." + code, null, Locale.forLanguageTag(language));
                Arrays.stream(words.split(",")).map(String::trim).forEach(stem -> stems.put(stem, code));
            }
        }
    }

    /** @return the mask of the interests these words name */
    long mask(@Nullable String told) {
        if (told == null) {
            return 0;
        }
        var codes = new TreeSet<>(Arrays.asList(told.split("[^A-Z_]+")));
        for (var word : told.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            stems.forEach((stem, code) -> {
                if (word.startsWith(stem)) {
                    codes.add(code);
                }
            });
        }
        return vocabulary.interests(codes);
    }
}
