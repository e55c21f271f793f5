package org.apusilta.reporting.web;

import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.IsoFields;
import java.util.Locale;
import org.apusilta.catalogue.BorderRules;
import org.apusilta.catalogue.Catalogue;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** Numbers, dates and names of steps as a reader of this language expects them. Public, as the template calls it. */
public final class Sayings {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final MessageSource texts;
    private final Locale language;
    private final Catalogue catalogue;
    private final BorderRules rules;

    Sayings(MessageSource texts, Locale language, Catalogue catalogue, BorderRules rules) {
        this.texts = texts;
        this.language = language;
        this.catalogue = catalogue;
        this.rules = rules;
    }

    /** @return such as "3.5 days", "5 hours", or a dash when there is none */
    public String length(@Nullable Duration length) {
        if (length == null) {
            return "–";
        }
        double days = days(length);
        if (days < 1) {
            return texts.getMessage("manage.hours", new Object[] {String.valueOf(Math.max(1, Math.round(days * 24)))}, language);
        }
        var numbers = NumberFormat.getInstance(language);
        numbers.setMaximumFractionDigits(days < 10 ? 1 : 0);
        return texts.getMessage("manage.days", new Object[] {numbers.format(days)}, language);
    }

    /** @return days, for the chart; 0 when there are none */
    public double days(@Nullable Duration length) {
        return length == null ? 0 : Math.round(length.toSeconds() / 864.0) / 100.0;
    }

    /** @return the day, short */
    public String day(LocalDate day) {
        return day.format(DateTimeFormatter.ofPattern("d.M.yyyy"));
    }

    /** @return the day in Helsinki, short; a dash when there is none */
    public String since(@Nullable Instant moment) {
        return moment == null ? "–" : day(LocalDate.ofInstant(moment, HELSINKI));
    }

    /** @return hours, one decimal under ten */
    public String hours(int minutes) {
        var numbers = NumberFormat.getInstance(language);
        numbers.setMaximumFractionDigits(minutes < 600 ? 1 : 0);
        return numbers.format(minutes / 60.0);
    }

    /** @return the ISO week's number */
    public int week(LocalDate monday) {
        return monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    /** @return the step's name: a task's as in Tasklist, another's from our own texts, else its id */
    public String step(String process, String step) {
        var ours = texts.getMessage("manage.step." + process + "." + step, null, null, language);
        return ours != null ? ours : String.valueOf(texts.getMessage(process + "." + step + ".name", null, step, language));
    }

    /** @return the name of what was decided on: a kind of help, a rule of the border, or something else */
    public String piece(String code) {
        if (code.equals("OTHER")) {
            return texts.getMessage("relationship.drift.OTHER", null, language);
        }
        return catalogue.kind(code).map(kind -> kind.name().in(language))
                .or(() -> rules.all().stream().filter(rule -> rule.code().equals(code)).findFirst().map(rule -> rule.name().in(language))).orElse(code);
    }

    /** @return the district's name */
    public String district(String code) {
        return catalogue.district(code).map(district -> district.name().in(language)).orElse(code);
    }
}
