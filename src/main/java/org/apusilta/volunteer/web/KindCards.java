package org.apusilta.volunteer.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Commitment;
import org.apusilta.catalogue.District;
import org.apusilta.catalogue.Kind;
import org.apusilta.catalogue.Languages;
import org.apusilta.volunteer.internal.Recruitment.Opening;
import org.apusilta.volunteer.internal.Recruitment;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The catalogue as somebody reads it who would like to help: what it is, and whether we look for people now. Named apart from the request's. */
@Component("volunteerKindCards")
public class KindCards {

    /** One kind to choose. @param wanted where people are wanted now, in words @param open whether anybody is @param extract whether the extract of Act 148/2014 is looked at */
    public record Card(String code, String name, String belongs, String wanted, boolean open, boolean extract) {}

    private final Catalogue catalogue;
    private final Recruitment recruitment;
    private final MessageSource texts;

    KindCards(Catalogue catalogue, Recruitment recruitment, MessageSource texts) {
        this.catalogue = catalogue;
        this.recruitment = recruitment;
        this.texts = texts;
    }

    /** @return cards by whom it is for, in the catalogue's order */
    Map<String, List<Card>> in(Locale language) {
        var openings = recruitment.openings().stream().collect(Collectors.groupingBy(Opening::kind));
        var groups = new LinkedHashMap<String, List<Card>>();
        for (var group : List.of("OLDER", "ANYONE", "ADULT", "IMMIGRANT", "FAMILY", "YOUTH", "EVENTS")) {
            groups.put(group, new ArrayList<>());
        }
        for (var kind : catalogue.kinds()) {
            var own = openings.getOrDefault(kind.code(), List.of());
            groups.computeIfAbsent(group(kind), g -> new ArrayList<>()).add(new Card(kind.code(), kind.name().in(language), kind.belongs().in(language),
                    wanted(own, language), own.stream().anyMatch(Opening::open), kind.checkRequired()));
        }
        groups.values().removeIf(List::isEmpty);
        return groups;
    }

    /** Places where everybody is wanted, then those where only some languages are. */
    String wanted(List<Opening> openings, Locale language) {
        var everybody = new TreeSet<String>();
        var speakers = new TreeMap<String, Set<String>>();
        openings.stream().filter(Opening::open).forEach(one -> {
            if (one.languages().isEmpty()) {
                everybody.add(one.major());
            } else {
                one.languages().forEach(code -> speakers.computeIfAbsent(code, c -> new TreeSet<>()).add(one.major()));
            }
        });
        if (everybody.isEmpty() && speakers.isEmpty()) {
            return texts.getMessage("onboard.wanted.closed", null, language);
        }
        var parts = new ArrayList<String>();
        if (!everybody.isEmpty()) {
            parts.add(texts.getMessage("onboard.wanted.open", new Object[] {places(everybody, language)}, language));
        }
        speakers.forEach((code, majors) -> parts.add(texts.getMessage("onboard.wanted.language",
                new Object[] {Languages.name(code, language), places(majors, language)}, language)));
        return String.join(" ", parts);
    }

    private String places(Set<String> majors, Locale language) {
        var all = catalogue.districts().stream().map(District::majorCode).collect(Collectors.toSet());
        return majors.containsAll(all) ? texts.getMessage("onboard.wanted.everywhere", null, language)
                : majors.stream().map(major -> major(major, language)).collect(Collectors.joining(", "));
    }

    /** @return the name of this part of the city */
    String major(String code, Locale language) {
        return catalogue.districts().stream().filter(one -> one.majorCode().equals(code)).findFirst().map(one -> one.majorName().in(language)).orElse(code);
    }

    private static String group(Kind kind) {
        return kind.commitment() == Commitment.ONE_OFF && kind.training() == null ? "EVENTS" : kind.targetGroup();
    }
}
