package org.apusilta.casefile.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** The language of whoever reads a case: the browser's, as in Tasklist and its forms, whatever was chosen on our other pages. */
final class Reader {

    private static final List<String> LANGUAGES = List.of("fi", "sv", "en");

    private Reader() {}

    /** @return the first language asked for that we write; English when none is, as in Tasklist */
    static Locale of(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream().map(Locale::getLanguage).filter(LANGUAGES::contains)
                .findFirst().map(Locale::forLanguageTag).orElse(Locale.ENGLISH);
    }
}
