package org.apusilta.volunteer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.apusilta.volunteer.internal.CareDue.Due;
import org.apusilta.volunteer.internal.CareDue.Reason;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** On the person card: what was done for the volunteer last, what they have done, what waits. */
@Component
class CareSection implements CardSection {

    private static final int SHOWN = 3;

    private final CareEvents events;
    private final CareDue due;
    private final Deeds deeds;
    private final MessageSource texts;

    CareSection(CareEvents events, CareDue due, Deeds deeds, MessageSource texts) {
        this.events = events;
        this.due = due;
        this.deeds = deeds;
        this.texts = texts;
    }

    @Override
    public int order() {
        return 600;
    }

    @Override
    public String titleKey() {
        return "care.section";
    }

    @Override
    public List<CardLine> lines(UUID volunteerId) {
        var lines = new ArrayList<CardLine>();
        var done = deeds.of(volunteerId);
        lines.add(new CardLine(text("care.done"), text("care.done.line", done.visits(), done.minutes() / 60)));
        var last = events.of(volunteerId).stream().limit(SHOWN).map(event -> text("care.line", text("care.kind." + event.kind()),
                CareDays.longDay(event.day(), LocaleContextHolder.getLocale()))).toList();
        lines.add(new CardLine(text("care.last"), last.isEmpty() ? text("care.never") : String.join("\n", last)));
        due.openOf(volunteerId).forEach(open -> lines.add(new CardLine(text("care.due"), waiting(open))));
        lines.add(new CardLine(text("care.more"), text("care.open"), "/volunteers/" + volunteerId + "/care"));
        return lines;
    }

    private String waiting(Due open) {
        return open.reason() == Reason.MILESTONE ? text("care.due.MILESTONE", text("care.milestone." + open.occasion())) : text("care.due." + open.reason());
    }

    private String text(String key, Object... values) {
        return texts.getMessage(key, values, key, LocaleContextHolder.getLocale());
    }
}
