package org.apusilta.matching.internal;

import java.util.Locale;

/** Finnish, Swedish and English are the working languages (R56); anybody else reads Finnish. */
final class WorkingLanguage {

    private static final Locale FINNISH = Locale.forLanguageTag("fi");

    private WorkingLanguage() {}

    static Locale of(Locale asked) {
        return switch (asked.getLanguage()) {
            case "sv", "en" -> Locale.forLanguageTag(asked.getLanguage());
            default -> FINNISH;
        };
    }
}
