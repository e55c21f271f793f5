package org.apusilta.matching.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import java.time.Clock;
import java.util.Locale;
import org.apusilta.matching.internal.WaitEstimate.Basis;
import org.apusilta.matching.internal.WaitEstimate.Span;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.ResourceBundleMessageSource;

/** What is said of a wait never says the same weeks twice. */
class WaitEstimateWordsTests {

    private final WaitEstimates estimates = new WaitEstimates(mock(WaitingRows.class), texts(), Clock.systemUTC());

    @Test
    void twoNumbersWhereTheyDiffer() {
        assertThat(said(new Span(2, false), new Span(5, false), "en")).contains("Half of them had a volunteer within 2 weeks, eight in ten within 5 weeks");
    }

    @Test
    void oneNumberWhereTheyAreTheSame() {
        assertThat(said(new Span(2, false), new Span(2, false), "en")).contains("Eight in ten of them had a volunteer within 2 weeks.").doesNotContain("Half");
        assertThat(said(new Span(1, false), new Span(1, false), "fi")).contains("Kahdeksan kymmenestä heistä sai vapaaehtoisen viikon kuluessa.").doesNotContain("Puolet");
        assertThat(said(new Span(9, true), new Span(9, true), "sv")).contains("Åtta av tio av dem fick en frivillig först efter mer än 9 veckor.").doesNotContain("Hälften");
    }

    @Test
    void overAWeekIsNotWithinAWeek() {
        assertThat(said(new Span(2, false), new Span(2, true), "en")).contains("Half of them");
    }

    private String said(Span half, Span most, String language) {
        return estimates.say(new WaitEstimate(Basis.ALL, 14, half, most), Locale.forLanguageTag(language));
    }

    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("i18n/matching");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }
}
