package org.apusilta.messaging.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Pattern;
import org.apusilta.messaging.Template;
import org.apusilta.messaging.Template.Fact;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class WordingTests {

    private static final Pattern NAMED = Pattern.compile("[{\\[]!?(\\w+)[}\\]]");

    private final LetterWriter letters = new LetterWriter(new Wording(texts()), "09 123 4567");

    private static ResourceBundleMessageSource texts() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("i18n/messages");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    private static Map<String, String> facts(Template template, boolean all) {
        var facts = new HashMap<String, String>();
        template.facts().stream().filter(f -> all || f.required()).forEach(f -> facts.put(f.name(), f.day() ? "2026-11-24" : "<" + f.name() + ">"));
        return facts;
    }

    @ParameterizedTest
    @EnumSource
    void everyMessageHasWordsInThreeLanguagesForAllItsFactsAndForTheFewest(Template template) {
        for (var language : new String[] {"fi", "sv", "en"}) {
            for (var all : new boolean[] {true, false}) {
                var letter = letters.write(template, facts(template, all), "Aino Ås", Locale.forLanguageTag(language), true);
                assertThat(letter.body()).contains("Aino Ås", "Apusilta", "09 123 4567", LetterWriter.LINK).doesNotContain("{", "}", "[!").doesNotContainPattern("\\bnull\\b");
                assertThat(letter.html()).contains("lang=\"" + language + "\"", LetterWriter.LINK).doesNotContain("{", "}", "<reference>").doesNotContainPattern("\\bnull\\b");
                assertThat(letter.subject()).isNotBlank().hasSizeLessThan(80);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noMessageNamesAFactItDoesNotKnowAndSubjectsNameOnlyTheReference(Template template) {
        var known = new HashSet<>(template.facts().stream().map(Fact::name).toList());
        known.add("name");
        for (var language : new String[] {"fi", "sv", "en"}) {
            var bundle = ResourceBundle.getBundle("i18n/messages", Locale.forLanguageTag(language));
            var prefix = "mail." + template.key() + ".";
            bundle.keySet().stream().filter(k -> k.startsWith(prefix)).forEach(key -> {
                var used = NAMED.matcher(bundle.getString(key)).results().map(m -> m.group(1)).toList();
                assertThat(key.endsWith("subject") ? Set.of("reference") : known).as(key).containsAll(used);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"sv", "en"})
    void theBundlesHaveTheSameKeys(String language) {
        assertThat(ResourceBundle.getBundle("i18n/messages", Locale.forLanguageTag(language)).keySet())
                .isEqualTo(ResourceBundle.getBundle("i18n/messages", Locale.forLanguageTag("fi")).keySet());
    }

    @Test
    void datesAreWrittenOutInTheReadersLanguage() {
        var facts = Map.of("volunteer", "Liisa", "date", "2026-11-24", "accompanied", "true");
        assertThat(letters.write(Template.FIRST_MEETING_CLIENT, facts, "A", Locale.forLanguageTag("fi"), false).body()).contains("tiistaina 24.11.2026", "Koordinaattori tulee");
        assertThat(letters.write(Template.FIRST_MEETING_CLIENT, facts, "A", Locale.forLanguageTag("sv"), false).body()).contains("tisdag den 24 november 2026");
        assertThat(letters.write(Template.FIRST_MEETING_CLIENT, facts, "A", Locale.ENGLISH, false).body()).contains("Tuesday 24 November 2026");
    }

    @Test
    void notAccompaniedMeansNoWordOfIt() {
        var facts = Map.of("volunteer", "Liisa", "date", "2026-11-24", "accompanied", "false");
        assertThat(letters.write(Template.FIRST_MEETING_CLIENT, facts, "A", Locale.ENGLISH, false).body()).doesNotContain("coordinator will come");
    }

    @Test
    void markupAndStrangeCharactersInFactsStayText() {
        var facts = Map.of("reference", "AP-1", "reason", "<script>alert(1)</script> & 🙂 $1 \\ {reference} \uE000link");
        var letter = letters.write(Template.REQUEST_DECLINED, facts, "مريم", Locale.ENGLISH, false);
        assertThat(letter.html()).doesNotContain("<script").contains("&lt;script&gt;", "🙂 $1 \\ {reference} link", "مريم");
        assertThat(letter.body()).contains("<script>alert(1)</script> & 🙂").doesNotContain(LetterWriter.LINK);
    }

    @Test
    void aMissingOrUnknownFactIsRefused() {
        assertThatThrownBy(() -> letters.write(Template.OFFER_WITHDRAWN, Map.of(), "A", Locale.ENGLISH, false)).hasMessageContaining("task");
        assertThatThrownBy(() -> letters.write(Template.REQUEST_ACCEPTED, Map.of("reference", "1", "refrence", "2"), "A", Locale.ENGLISH, false)).hasMessageContaining("refrence");
        assertThatThrownBy(() -> Template.of("no-such")).isInstanceOf(IllegalArgumentException.class);
    }
}
