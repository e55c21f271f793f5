package org.apusilta.matching.web;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Points, moments and days as a reader of this language expects them. Public, as templates call it. */
public final class Figures {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    private static final double POINT = 1000.0;

    private final Locale language;

    Figures(Locale language) {
        this.language = language.getLanguage().equals("en") ? Locale.UK : language;
    }

    /** @param thousandths of a point @return with one decimal where there is one */
    public String points(long thousandths) {
        var format = NumberFormat.getInstance(language);
        format.setMaximumFractionDigits(1);
        return format.format(thousandths / POINT);
    }

    public String number(long value) {
        return NumberFormat.getInstance(language).format(value);
    }

    public String moment(@Nullable Instant moment) {
        return moment == null ? "" : moment.atZone(HELSINKI).format(DateTimeFormatter.ofPattern("d.M.yyyy H.mm"));
    }

    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d.M.yyyy"));
    }
}
