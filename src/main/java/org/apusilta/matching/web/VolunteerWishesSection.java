package org.apusilta.matching.web;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Languages;
import org.apusilta.matching.internal.VolunteerWishes;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** On the person card: what matters for being proposed and nobody else keeps. */
@Component
class VolunteerWishesSection implements CardSection {

    private static final int PLACE = 450;

    private final VolunteerWishes wishes;
    private final MessageSource texts;

    VolunteerWishesSection(VolunteerWishes wishes, MessageSource texts) {
        this.wishes = wishes;
        this.texts = texts;
    }

    @Override
    public int order() {
        return PLACE;
    }

    @Override
    public String titleKey() {
        return "matching.card.title";
    }

    @Override
    public List<CardLine> lines(UUID volunteerId) {
        var reader = LocaleContextHolder.getLocale();
        var wish = wishes.of(volunteerId);
        var none = text("matching.card.none", reader);
        var avoids = wish.avoids().stream().map(code -> text("matching.around." + code, reader)).collect(Collectors.joining(", "));
        var practises = wish.practises().stream().map(code -> Languages.name(code, reader)).collect(Collectors.joining(", "));
        return List.of(new CardLine(text("matching.card.avoids", reader), avoids.isEmpty() ? none : avoids),
                new CardLine(text("matching.card.practises", reader), practises.isEmpty() ? none : practises),
                new CardLine(text("matching.card.change", reader), text("matching.card.change.link", reader), "/volunteers/" + volunteerId + "/matching"));
    }

    private String text(String key, Locale reader) {
        return texts.getMessage(key, null, reader);
    }
}
