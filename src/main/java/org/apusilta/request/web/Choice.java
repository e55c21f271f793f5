package org.apusilta.request.web;

import java.util.List;
import java.util.Locale;
import org.apusilta.catalogue.Languages;
import org.apusilta.request.Change;

/** One option of a list. */
public record Choice(String code, String name) {

    /** @return languages a client may wish to speak, named in the reader's */
    static List<Choice> languages(Locale reader) {
        return Change.SPOKEN.stream().map(code -> named(code, reader)).toList();
    }

    /** @return languages we write in */
    static List<Choice> written(Locale reader) {
        return Change.SPOKEN.subList(0, 3).stream().map(code -> named(code, reader)).toList();
    }

    private static Choice named(String code, Locale reader) {
        return new Choice(code, Languages.name(code, reader));
    }
}
