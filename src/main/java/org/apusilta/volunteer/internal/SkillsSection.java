package org.apusilta.volunteer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Languages;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** What somebody can and likes, and how messages to many may reach them. */
@Component
class SkillsSection implements CardSection {

    private final Persons people;
    private final Catalogue catalogue;
    private final MessageSource texts;

    SkillsSection(Persons people, Catalogue catalogue, MessageSource texts) {
        this.people = people;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public String titleKey() {
        return "register.section.skills";
    }

    @Override
    public List<CardLine> lines(UUID volunteerId) {
        var reader = LocaleContextHolder.getLocale();
        var one = people.find(volunteerId);
        var lines = new ArrayList<CardLine>();
        lines.add(line("register.kinds", one.kinds().stream().map(code -> catalogue.kind(code).map(kind -> kind.name().in(reader)).orElse(code)).sorted().collect(Collectors.joining(", ")), reader));
        lines.add(line("register.languages", one.languages().entrySet().stream().map(l -> text("register.speaks." + l.getKey(),
                Languages.name(l.getKey(), reader), reader) + " " + l.getValue()).collect(Collectors.joining(", ")), reader));
        lines.add(line("register.interests", one.interests().stream().map(code -> text("matching.interest." + code, code, reader)).sorted().collect(Collectors.joining(", ")), reader));
        lines.add(line("register.capacity", text("register.capacity.value", "", reader, one.capacity(), one.maxDistanceM() / 1000), reader));
        lines.add(line("register.consents", Persons.CONSENTS.stream().map(what -> text("register.consent." + what, what, reader) + ": "
                + text("register.consent." + (one.consents().containsKey(what) ? one.consents().get(what) ? "yes" : "no" : "unasked"), "", reader)).collect(Collectors.joining("\n")), reader));
        return lines;
    }

    private CardLine line(String key, String value, Locale reader) {
        return new CardLine(text(key, key, reader), value.isEmpty() ? "–" : value);
    }

    private String text(String key, String otherwise, Locale reader, Object... values) {
        return texts.getMessage(key, values, otherwise, reader);
    }
}
