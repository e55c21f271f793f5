package org.apusilta.matching.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Languages;
import org.apusilta.volunteer.Vocabulary;
import org.apusilta.volunteer.Volunteers;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Describes a volunteer to the client in their language. What a coordinator reads about scores and distances stays with us. */
@Component
class Portraits {

    private static final int YOUNGEST_BAND = 30;
    private static final int OLDEST_BAND = 80;
    /** Metres within which we say "lives near you": a hint that betrays no address. */
    private static final int NEAR = 3000;

    private final Asks asks;
    private final Volunteers volunteers;
    private final Vocabulary vocabulary;
    private final MessageSource messages;

    Portraits(Asks asks, Volunteers volunteers, Vocabulary vocabulary, MessageSource messages) {
        this.asks = asks;
        this.volunteers = volunteers;
        this.vocabulary = vocabulary;
        this.messages = messages;
    }

    /** @throws java.util.NoSuchElementException when there is no such request or volunteer */
    Portrait of(UUID caseId, UUID volunteerId, Locale asked) {
        var reader = WorkingLanguage.of(asked);
        var ask = asks.of(caseId);
        var who = volunteers.profile(volunteerId).orElseThrow();
        return new Portrait(who.givenName(), age(ask.today().getYear() - who.birthYear(), reader), languages(who.languages(), reader),
                said("matching.interest.", who.interests(), reader), fits(ask, who, reader));
    }

    private List<String> fits(Ask ask, Volunteers.Profile who, Locale reader) {
        var fits = new ArrayList<String>();
        var shared = vocabulary.interests(ask.interests() & vocabulary.interests(who.interests()));
        if (!shared.isEmpty()) {
            fits.add(text("matching.portrait.fits.interests", reader, said("matching.interest.", shared, reader)));
        }
        var common = vocabulary.languages(ask.languages() & vocabulary.languages(who.languages()));
        if (!common.isEmpty()) {
            fits.add(text("matching.portrait.fits.language", reader, languages(common, reader)));
        }
        var times = who.slots() == null ? List.<String>of() : Vocabulary.slots(ask.slots() & who.slots());
        if (!times.isEmpty()) {
            fits.add(text("matching.portrait.fits.times", reader, said("matching.slot.", times, reader)));
        }
        if (Math.hypot(ask.x() - who.x(), ask.y() - who.y()) <= NEAR) {
            fits.add(text("matching.portrait.fits.near", reader));
        }
        return fits;
    }

    private String age(int years, Locale reader) {
        if (years < YOUNGEST_BAND) {
            return text("matching.portrait.age.under", reader, YOUNGEST_BAND);
        }
        int from = years / 10 * 10;
        return years >= OLDEST_BAND ? text("matching.portrait.age.over", reader, OLDEST_BAND) : text("matching.portrait.age.band", reader, from, from + 9);
    }

    private static String languages(Collection<String> codes, Locale reader) {
        return codes.stream().map(code -> Languages.name(code, reader)).sorted().collect(Collectors.joining(", "));
    }

    private String said(String prefix, Collection<String> codes, Locale reader) {
        return codes.stream().map(code -> text(prefix + code, reader)).collect(Collectors.joining(", "));
    }

    private String text(String key, Locale reader, Object... values) {
        return messages.getMessage(key, values, reader);
    }
}
