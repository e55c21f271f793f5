package org.apusilta.catalogue;

import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;

/** Names of the languages people speak: Java's own, and ours for those it has no name for, such as Finnish Sign Language. */
public final class Languages {

    private Languages() {}

    /**
     * @param code ISO 639 code, of two letters or three
     * @param reader Finnish, Swedish or English
     * @return the name as the reader says it; the code when nobody has a name for it
     */
    public static String name(String code, Locale reader) {
        var known = Locale.forLanguageTag(code).getDisplayLanguage(reader);
        try {
            return known.equals(code) ? ResourceBundle.getBundle("i18n.catalogue", reader).getString("language." + code) : known;
        } catch (MissingResourceException nameless) {
            return known;
        }
    }
}
