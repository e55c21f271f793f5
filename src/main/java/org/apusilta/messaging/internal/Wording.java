package org.apusilta.messaging.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apusilta.messaging.Template;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * The words of a message: paragraphs {@code mail.<template>.1}, {@code .2} … of the bundle. {@code {fact}} is replaced; a paragraph
 * that names a fact not given is left out. {@code [fact]} at its start shows it only when the fact is given, {@code [!fact]} only when not.
 */
@Component
class Wording {

    private static final Pattern FACT = Pattern.compile("\\{(\\w+)}");
    private static final Pattern CONDITION = Pattern.compile("^\\[(!?)(\\w+)]\\s*");

    private final MessageSource texts;

    Wording(MessageSource texts) {
        this.texts = texts;
    }

    /** @param link label of the button, null when the message has no link of its own */
    record Words(String subject, List<String> paragraphs, @Nullable String link) {}

    Words of(Template template, Map<String, String> given, String name, Locale language) {
        var facts = checked(template, given, language);
        facts.put("name", name);
        var key = "mail." + template.key();
        var paragraphs = new ArrayList<String>();
        for (int i = 1; text(key + "." + i, language) != null; i++) {
            var paragraph = filled(text(key + "." + i, language), facts);
            if (paragraph != null) {
                paragraphs.add(paragraph);
            }
        }
        return new Words(filled(text(key + ".subject", language), facts), paragraphs, text(key + ".link", language));
    }

    private static Map<String, String> checked(Template template, Map<String, String> given, Locale language) {
        var facts = new HashMap<String, String>();
        var unknown = new HashMap<>(given);
        for (var fact : template.facts()) {
            var value = unknown.remove(fact.name());
            if (value != null && !value.isBlank()) {
                facts.put(fact.name(), fact.day() ? day(value, language) : LetterWriter.withoutMark(value.strip()));
            } else if (fact.required()) {
                throw new IllegalArgumentException("Message " + template.key() + " needs the fact " + fact.name());
            }
        }
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("Message " + template.key() + " knows no fact " + unknown.keySet());
        }
        return facts;
    }

    private static @Nullable String filled(String text, Map<String, String> facts) {
        var condition = CONDITION.matcher(text);
        if (condition.find()) {
            var given = !"false".equals(facts.getOrDefault(condition.group(2), "false"));
            if (given != condition.group(1).isEmpty()) {
                return null;
            }
            text = text.substring(condition.end());
        }
        var missing = FACT.matcher(text).results().anyMatch(f -> !facts.containsKey(f.group(1)));
        return missing ? null : FACT.matcher(text).replaceAll((MatchResult f) -> Matcher.quoteReplacement(facts.get(f.group(1))));
    }

    private static String day(String isoDate, Locale language) {
        var pattern = switch (language.getLanguage()) {
            case "sv" -> "EEEE 'den' d MMMM yyyy";
            case "en" -> "EEEE d MMMM yyyy";
            default -> "EEEE d.M.yyyy";
        };
        return LocalDate.parse(isoDate).format(DateTimeFormatter.ofPattern(pattern, language));
    }

    @Nullable String text(String key, Locale language) {
        return texts.getMessage(key, null, null, language);
    }
}
