package org.apusilta.volunteer.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;

/** Days as people read them. Public for {@code volunteer.web} only. */
public final class CareDays {

    private CareDays() {}

    /** @return such as "24 November 2026"; English is the European one */
    public static String longDay(LocalDate day, Locale language) {
        var european = "en".equals(language.getLanguage()) ? Locale.UK : language;
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(european).format(day);
    }
}
