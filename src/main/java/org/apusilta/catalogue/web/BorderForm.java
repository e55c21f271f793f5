package org.apusilta.catalogue.web;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.apusilta.catalogue.BorderRule;
import org.apusilta.catalogue.Texts;
import org.jspecify.annotations.Nullable;

/** A rule of the border as the page's fields, there and back. */
final class BorderForm {

    /** Where professional help is found: what managers count by. */
    static final List<String> SERVICES = List.of("HOME_CARE", "HEALTH", "SOCIAL_WORK", "SUPPORT_SERVICES", "GUARDIANSHIP", "TRANSPORT",
            "FAMILY_SERVICES", "PERSONAL_ASSISTANCE", "OTHER");
    private static final int LONGEST = 1000;

    private BorderForm() {}

    /** @param rule null when there are mistakes @param mistakes text key by field */
    record Read(@Nullable BorderRule rule, Map<String, String> mistakes) {}

    static Map<String, String> of(BorderRule rule, LocalDate today) {
        var values = new LinkedHashMap<String, String>();
        values.put("code", rule.code());
        values.put("from", (rule.validFrom().isAfter(today) ? rule.validFrom() : today).toString());
        values.put("side", rule.side().name());
        values.put("service", rule.service());
        values.put("kind", rule.kind() == null ? "" : rule.kind());
        values.put("spotted", rule.spotted());
        values.put("name_fi", rule.name().fi());
        values.put("name_sv", rule.name().sv());
        values.put("name_en", rule.name().en());
        values.put("advice_fi", rule.advice().fi());
        values.put("advice_sv", rule.advice().sv());
        values.put("advice_en", rule.advice().en());
        return values;
    }

    static Read read(Map<String, String> sent, LocalDate today, Predicate<String> isKind) {
        var mistakes = new LinkedHashMap<String, String>();
        for (var field : List.of("name_fi", "name_sv", "name_en", "advice_fi", "advice_sv", "advice_en")) {
            if (value(sent, field).isEmpty() || value(sent, field).length() > LONGEST) {
                mistakes.put(field, "text");
            }
        }
        if (!value(sent, "code").matches("[A-Z][A-Z_]{2,39}")) {
            mistakes.put("code", "code");
        }
        if (!SERVICES.contains(value(sent, "service"))) {
            mistakes.put("service", "choose");
        }
        var side = List.of(BorderRule.Side.values()).stream().filter(one -> one.name().equals(value(sent, "side"))).findFirst();
        if (side.isEmpty()) {
            mistakes.put("side", "choose");
        }
        var kind = value(sent, "kind").isEmpty() ? null : value(sent, "kind");
        if (kind != null && !isKind.test(kind)) {
            mistakes.put("kind", "choose");
        }
        if (kind == null && value(sent, "spotted").isEmpty() || value(sent, "spotted").length() > LONGEST) {
            mistakes.put("spotted", "spotted");
        }
        var from = day(value(sent, "from"));
        if (from == null || from.isBefore(today)) {
            mistakes.put("from", "from");
        }
        return new Read(!mistakes.isEmpty() ? null : new BorderRule(value(sent, "code"), from, side.get(), value(sent, "service"), kind,
                value(sent, "spotted"), texts(sent, "name"), texts(sent, "advice")), mistakes);
    }

    private static Texts texts(Map<String, String> sent, String field) {
        return new Texts(value(sent, field + "_fi"), value(sent, field + "_sv"), value(sent, field + "_en"));
    }

    private static String value(Map<String, String> sent, String field) {
        return sent.getOrDefault(field, "").strip();
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }
}
