package org.apusilta.volunteer.web;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.District;
import org.apusilta.catalogue.Kind;
import org.apusilta.catalogue.Languages;
import org.apusilta.volunteer.Vocabulary;
import org.apusilta.volunteer.internal.Organisations;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What can be chosen on the register's pages, code by code with its name in the reader's language. */
@Component
class RegisterChoices {

    private final Catalogue catalogue;
    private final Vocabulary vocabulary;
    private final Organisations organisations;
    private final MessageSource texts;

    RegisterChoices(Catalogue catalogue, Vocabulary vocabulary, Organisations organisations, MessageSource texts) {
        this.catalogue = catalogue;
        this.vocabulary = vocabulary;
        this.organisations = organisations;
        this.texts = texts;
    }

    Map<String, String> kinds(Locale reader) {
        return catalogue.kinds().stream().collect(Collectors.toMap(Kind::code, kind -> kind.name().in(reader), (a, b) -> a, LinkedHashMap::new));
    }

    /** Those on offer, and whatever old entries may name: a kind of the crisis catalogue, too. */
    java.util.Set<String> allKinds() {
        return new java.util.HashSet<>(organisations.kindCodes());
    }

    Map<String, String> majors(Locale reader, java.util.Set<String> seen) {
        return catalogue.districts().stream().filter(d -> seen.contains(d.majorCode())).sorted(Comparator.comparing(District::majorCode))
                .collect(Collectors.toMap(District::majorCode, d -> d.majorName().in(reader), (a, b) -> a, LinkedHashMap::new));
    }

    Map<String, String> districts(Locale reader) {
        return catalogue.districts().stream().collect(Collectors.toMap(District::code, d -> d.name().in(reader), (a, b) -> a, LinkedHashMap::new));
    }

    /** The languages the register knows, by name; those most asked for first. */
    Map<String, String> languages(Locale reader) {
        var all = new LinkedHashMap<String, String>();
        List.of("fi", "sv", "en").forEach(code -> all.put(code, language(code, reader)));
        vocabulary.languages(LongStream.rangeClosed(0, 61).map(bit -> 1L << bit).reduce(0, (a, b) -> a | b)).stream()
                .sorted(Comparator.comparing(code -> language(code, reader))).forEach(code -> all.putIfAbsent(code, language(code, reader)));
        return all;
    }

    Map<String, String> interests(Locale reader) {
        return vocabulary.interests(-1L >>> 2).stream().sorted(Comparator.comparing(code -> interest(code, reader)))
                .collect(Collectors.toMap(code -> code, code -> interest(code, reader), (a, b) -> a, LinkedHashMap::new));
    }

    Map<String, String> organisations() {
        return organisations.all().stream().collect(Collectors.toMap(Organisations.Organisation::code, Organisations.Organisation::name, (a, b) -> a, LinkedHashMap::new));
    }

    String kind(String code, Locale reader) {
        return catalogue.kind(code).map(kind -> kind.name().in(reader)).orElse(code);
    }

    String district(String code, Locale reader) {
        return catalogue.district(code).map(district -> district.name().in(reader)).orElse(code);
    }

    String language(String code, Locale reader) {
        return Languages.name(code, reader);
    }

    String interest(String code, Locale reader) {
        return texts.getMessage("matching.interest." + code, null, code, reader);
    }

    String text(String key, Locale reader, Object... values) {
        return texts.getMessage(key, values, key, reader);
    }
}
