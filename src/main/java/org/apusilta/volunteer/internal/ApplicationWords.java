package org.apusilta.volunteer.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apusilta.volunteer.Application;
import org.apusilta.volunteer.OtherPlaces;
import org.apusilta.volunteer.OtherPlaces.Place;
import org.apusilta.volunteer.internal.Talks.Slot;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What letters and pages say of an application, in the reader's language. Public for {@code volunteer.web} only. */
@Component
public class ApplicationWords {

    /** As many as fit into a letter that is read. */
    private static final int MOST_PLACES = 5;

    private final ObjectProvider<OtherPlaces> places;
    private final MessageSource texts;

    ApplicationWords(ObjectProvider<OtherPlaces> places, MessageSource texts) {
        this.places = places;
        this.texts = texts;
    }

    /** @return such as "maanantaina 30.11.2026 klo 10.00–10.30" */
    public String when(Slot talk, Locale language) {
        return texts.getMessage("onboard.talk.when", new Object[] {day(talk.startsAt(), language), hour(talk.startsAt(), language), hour(talk.endsAt(), language)}, language);
    }

    /** @return how and where it takes place */
    public String where(Slot talk, Locale language) {
        return texts.getMessage("onboard.talk.way." + talk.way() + (talk.place() == null ? "" : ".at"), new Object[] {talk.place()}, language);
    }

    /** @return the day in words */
    public String day(Instant at, Locale language) {
        return day(at.atZone(ApplicationRows.HELSINKI).toLocalDate(), language);
    }

    /** @return the day in words */
    public String day(LocalDate day, Locale language) {
        return day.format(DateTimeFormatter.ofPattern(texts.getMessage("onboard.day", null, language), language));
    }

    private String hour(Instant at, Locale language) {
        return at.atZone(ApplicationRows.HELSINKI).format(DateTimeFormatter.ofPattern(texts.getMessage("onboard.hour", null, language), language));
    }

    /** @return where else this person could help, the nearest to their wishes first */
    public List<Place> places(List<String> kinds, String major) {
        return places.orderedStream().flatMap(one -> one.of(kinds, major).stream()).limit(MOST_PLACES).toList();
    }

    String places(Application application) {
        return places(application.kinds(), application.major()).stream().map(place -> place.name() + " (" + place.contact() + ")").collect(Collectors.joining(", "));
    }

    /** @return a text of ours */
    public String say(String key, Locale language, Object... values) {
        return texts.getMessage(key, values, language);
    }
}
