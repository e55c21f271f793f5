package org.apusilta.volunteer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.apusilta.volunteer.Vocabulary;
import org.apusilta.volunteer.Volunteers;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** On the card: when and how much they can come, whether they rest, and the page for what is heard by phone. */
@Component
class ByPhoneSection implements CardSection {

    private final Availability availability;
    private final Volunteers volunteers;
    private final MessageSource texts;

    ByPhoneSection(Availability availability, Volunteers volunteers, MessageSource texts) {
        this.availability = availability;
        this.volunteers = volunteers;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 150;
    }

    @Override
    public String titleKey() {
        return "own.card.title";
    }

    @Override
    public List<CardLine> lines(UUID volunteerId) {
        var known = availability.of(volunteerId);
        var lines = new ArrayList<CardLine>();
        var slots = known.slots() == null ? List.<String>of() : Vocabulary.slots(known.slots());
        lines.add(new CardLine(text("own.times.title"), known.slots() == null ? text("own.times.UNKNOWN")
                : slots.size() == Vocabulary.SLOTS.size() ? text("own.times.ANY") : slots.stream().map(slot -> text("matching.slot." + slot)).collect(Collectors.joining(", "))));
        availability.blocks(volunteerId).forEach(block -> lines.add(new CardLine(text("own.block.title"), text("own.block.line", day(block.firstDay()), day(block.lastDay())))));
        lines.add(new CardLine(text("own.load.title"), known.hoursLimit() == null
                ? text("own.load.tasks", known.load(), known.capacity()) : text("own.load.line", known.load(), known.capacity(), known.hoursLimit())));
        volunteers.restingUntil(volunteerId).ifPresent(until -> lines.add(new CardLine(text("own.rest.title"), text("own.rest.line", day(until)))));
        lines.add(new CardLine(text("own.card.page"), text("own.card.open"), "/volunteers/" + volunteerId + "/by-phone"));
        return lines;
    }

    private static String day(java.time.LocalDate day) {
        return day.getDayOfMonth() + "." + day.getMonthValue() + "." + day.getYear();
    }

    private String text(String key, Object... with) {
        Locale reader = LocaleContextHolder.getLocale();
        return texts.getMessage(key, with, key, reader);
    }
}
