package org.apusilta.partner.web;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.apusilta.partner.internal.HandOffWords.Minimum;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Small sentences that the form and the partner's page share, so that both say the same. */
@Component("partnerSayings")
class Sayings {

    private final MessageSource texts;

    Sayings(MessageSource texts) {
        this.texts = texts;
    }

    String times(Minimum told, Locale language) {
        return told.times() == null ? texts.getMessage("partner.any", null, language) : told.times();
    }

    String often(Minimum told, Locale language) {
        var how = texts.getMessage(told.recurring() ? "partner.often.recurring" : "partner.often.once", null, language);
        return told.hours() == null ? how : texts.getMessage("partner.often.hours", new Object[] {how, told.hours()}, language);
    }

    String day(LocalDate day, Locale language) {
        var european = "en".equals(language.getLanguage()) ? Locale.UK : language;
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(european).format(day);
    }
}
