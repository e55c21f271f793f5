package org.apusilta.volunteer.internal;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.apusilta.volunteer.internal.Recreations.Recreation;
import org.springframework.stereotype.Component;

/** An event or a training as iCalendar (RFC 5545), for the calendar of a phone. In UTC, so that no time zone need go along. */
@Component
public class RecreationCalendar {

    private static final DateTimeFormatter UTC = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int OCTETS = 75;

    private final Clock clock;

    RecreationCalendar(Clock clock) {
        this.clock = clock;
    }

    /** @return the event in this language; cancelled when it is */
    public byte[] of(Recreation event, Locale language) {
        return entry(event.id(), event.startsAt(), event.endsAt(), event.title(language), event.place(), event.cancelledAt() != null);
    }

    /** @return one entry @param id of what it is about: sent again, it takes the place of the one before */
    byte[] entry(UUID id, Instant startsAt, Instant endsAt, String summary, String place, boolean cancelled) {
        var lines = List.of("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Apusilta//EN", "BEGIN:VEVENT", "UID:" + id + "@apusilta", "DTSTAMP:" + at(clock.instant()),
                "DTSTART:" + at(startsAt), "DTEND:" + at(endsAt), "SUMMARY:" + text(summary), "LOCATION:" + text(place),
                "STATUS:" + (cancelled ? "CANCELLED" : "CONFIRMED"), "END:VEVENT", "END:VCALENDAR");
        var file = new StringBuilder();
        lines.forEach(line -> file.append(folded(line)).append("\r\n"));
        return file.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String at(Instant moment) {
        return UTC.format(moment);
    }

    private static String text(String value) {
        return value.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n");
    }

    /** No line is longer than 75 octets; a letter is never cut in two. */
    private static String folded(String line) {
        var out = new StringBuilder();
        int octets = 0;
        for (int point : line.codePoints().toArray()) {
            var letter = Character.toString(point);
            int length = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(letter);
            octets += length;
        }
        return out.toString();
    }
}
