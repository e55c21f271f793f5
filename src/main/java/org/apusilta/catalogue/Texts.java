package org.apusilta.catalogue;

import java.util.Locale;

/** The same words in the three working languages (R56, R59). */
public record Texts(String fi, String sv, String en) {

    /** @return the words in this language; Finnish for any language but sv and en */
    public String in(Locale language) {
        return switch (language.getLanguage()) {
            case "sv" -> sv;
            case "en" -> en;
            default -> fi;
        };
    }
}
