package org.apusilta.matching.web;

import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Languages;
import org.apusilta.volunteer.Vocabulary;
import org.springframework.stereotype.Component;

/** The languages the register knows, by their names. */
@Component
class SpokenLanguages {

    private final Vocabulary vocabulary;

    SpokenLanguages(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    boolean known(String code) {
        return vocabulary.languages(java.util.List.of(code)) != 0;
    }

    /** @return name by code, in the reader's order */
    Map<String, String> in(Locale reader) {
        return vocabulary.languages(-1L).stream().map(code -> Map.entry(code, Languages.name(code, reader)))
                .sorted(Map.Entry.comparingByValue(Comparator.comparing(name -> name, Collator.getInstance(reader))))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
