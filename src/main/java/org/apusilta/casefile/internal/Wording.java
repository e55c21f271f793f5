package org.apusilta.casefile.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apusilta.catalogue.Languages;
import org.springframework.context.MessageSource;

/** Our words for codes, days and lists in one reader's language. */
final class Wording {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final List<String> DAYS = List.of("MON", "TUE", "WED", "THU", "FRI", "SAT", "SUN");
    private static final List<String> PARTS = List.of("AM", "PM", "EVE");

    private final MessageSource texts;
    private final Locale reader;

    Wording(MessageSource texts, Locale reader) {
        this.texts = texts;
        this.reader = reader;
    }

    Locale reader() {
        return reader;
    }

    /** @param key without the prefix {@code casefile.}; texts are kept complete by a test */
    String of(String key, Object... values) {
        return texts.getMessage("casefile." + key, values, reader);
    }

    /** @param key the whole key, of another module's words */
    String text(String key) {
        return texts.getMessage(key, null, reader);
    }

    /** @return our words for the key, or the given ones when we have none */
    String orElse(String key, String otherwise) {
        return texts.getMessage("casefile." + key, null, otherwise, reader);
    }

    boolean has(String key) {
        return texts.getMessage("casefile." + key, null, null, reader) != null;
    }

    String language(String code) {
        var name = Languages.name(code, reader);
        return name.isEmpty() ? code : name;
    }

    String day(LocalDate day) {
        return DateTimeFormatter.ofPattern(of("date")).format(day);
    }

    String day(Instant at) {
        return day(LocalDate.ofInstant(at, HELSINKI));
    }

    /** Times of a week, by day: {@code Mon morning and afternoon; Wed evening}. */
    String times(Collection<String> times) {
        if (times.isEmpty()) {
            return of("times.any");
        }
        return DAYS.stream().filter(d -> times.stream().anyMatch(t -> t.startsWith(d)))
                .map(d -> of("day." + d) + " " + list(PARTS.stream().filter(p -> times.contains(d + "_" + p)).map(p -> of("part." + p))))
                .collect(Collectors.joining("; "));
    }

    String list(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }
}
