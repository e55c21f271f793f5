package org.apusilta.volunteer.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.volunteer.CardLine;
import org.apusilta.volunteer.CardSection;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** How somebody became a volunteer, with the way to their application. */
@Component
class ApplicationSection implements CardSection {

    private final ApplicationRows rows;
    private final ApplicationWords words;

    ApplicationSection(ApplicationRows rows, ApplicationWords words) {
        this.rows = rows;
        this.words = words;
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public String titleKey() {
        return "onboard.card.came";
    }

    @Override
    public List<CardLine> lines(UUID volunteerId) {
        var reader = LocaleContextHolder.getLocale();
        return rows.find(volunteerId).map(one -> {
            var lines = new ArrayList<CardLine>();
            lines.add(line("came", words.day(one.receivedAt(), reader) + ", " + one.reference() + (one.byPhone() ? ", " + words.say("onboard.byPhone.tag", reader) : ""), reader, "/applicants/" + one.id()));
            if (one.motivation() != null) {
                lines.add(line("motivation", one.motivation(), reader, null));
            }
            if (one.heardFrom() != null) {
                lines.add(line("heardFrom", words.say("onboard.heard." + one.heardFrom(), reader), reader, null));
            }
            return List.copyOf(lines);
        }).orElse(List.of());
    }

    private CardLine line(String label, String value, Locale reader, @Nullable String link) {
        return new CardLine(words.say("onboard.card." + label, reader), value, link);
    }
}
