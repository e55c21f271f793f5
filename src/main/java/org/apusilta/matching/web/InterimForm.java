package org.apusilta.matching.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.apusilta.catalogue.Texts;
import org.apusilta.engine.Typed;
import org.apusilta.matching.internal.KeptInterimOffers.Offer;
import org.springframework.util.MultiValueMap;

/**
 * What may be offered meanwhile, as somebody fills it in: everything may be missing. The page shows it again with what is wrong.
 *
 * @param major empty for the whole city @param names by language @param texts by language
 */
record InterimForm(String position, String major, List<String> kinds, boolean active, Map<String, String> names, Map<String, String> texts) {

    static final List<String> LANGUAGES = List.of("fi", "sv", "en");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TEXT = 1000;

    static InterimForm empty() {
        return new InterimForm("50", "", List.of(), true, Map.of(), Map.of());
    }

    static InterimForm of(Offer one) {
        return new InterimForm(String.valueOf(one.position()), one.major() == null ? "" : one.major(), one.kinds(), one.active(),
                Map.of("fi", one.name().fi(), "sv", one.name().sv(), "en", one.name().en()), Map.of("fi", one.text().fi(), "sv", one.text().sv(), "en", one.text().en()));
    }

    static InterimForm of(MultiValueMap<String, String> sent) {
        return new InterimForm(text(sent, "position"), text(sent, "major"), sent.getOrDefault("kinds", List.of()).stream().distinct().toList(), sent.containsKey("active"),
                each(sent, "name"), each(sent, "text"));
    }

    /** @return fields that are not in order, as the page names them; empty when it can be kept */
    List<String> problems(Set<String> majors, Predicate<String> kind) {
        var wrong = new ArrayList<String>();
        if (!names.values().stream().allMatch(name -> !name.isEmpty() && name.length() <= LONGEST_NAME)) {
            wrong.add("name");
        }
        if (!texts.values().stream().allMatch(text -> text.length() <= LONGEST_TEXT)) {
            wrong.add("text");
        }
        if (!position.matches("[0-9]{1,4}")) {
            wrong.add("position");
        }
        if (!major.isEmpty() && !majors.contains(major) || !kinds.stream().allMatch(kind)) {
            wrong.add("major");
        }
        return wrong;
    }

    Offer offer(UUID id) {
        return new Offer(id, Integer.parseInt(position), major.isEmpty() ? null : major, kinds, active, texts(names), texts(texts));
    }

    private static Texts texts(Map<String, String> each) {
        return new Texts(each.get("fi"), each.get("sv"), each.get("en"));
    }

    private static Map<String, String> each(MultiValueMap<String, String> sent, String field) {
        var each = new LinkedHashMap<String, String>();
        LANGUAGES.forEach(language -> each.put(language, text(sent, field + "_" + language)));
        return each;
    }

    private static String text(MultiValueMap<String, String> sent, String field) {
        var typed = sent.getFirst(field);
        return Typed.clean(typed == null ? "" : typed, field.startsWith("text"));
    }
}
