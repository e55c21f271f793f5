package org.apusilta.catalogue.web;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The language of an answer to a machine: what the address asks for, else the best of Accept-Language, else Finnish. Never an error. */
final class ApiLanguage {

    private static final Locale FINNISH = Locale.forLanguageTag("fi");
    private static final List<Locale> KNOWN = List.of(FINNISH, Locale.forLanguageTag("sv"), Locale.ENGLISH);

    private ApiLanguage() {}

    static Locale of(@Nullable String asked, @Nullable String accepted) {
        String wish = asked != null ? asked : accepted;
        if (wish == null || wish.isBlank()) {
            return FINNISH;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(wish), KNOWN);
            return best == null ? FINNISH : best;
        } catch (IllegalArgumentException unreadable) {
            return FINNISH;
        }
    }
}
