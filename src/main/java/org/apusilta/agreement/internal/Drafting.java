package org.apusilta.agreement.internal;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.request.CaseFacts;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the first wording of the three parts from what was asked and from the catalogue's borders (R15, R20). */
@Component
class Drafting {

    private static final Map<String, DayOfWeek> DAYS = Map.of("MON", DayOfWeek.MONDAY, "TUE", DayOfWeek.TUESDAY, "WED", DayOfWeek.WEDNESDAY,
            "THU", DayOfWeek.THURSDAY, "FRI", DayOfWeek.FRIDAY, "SAT", DayOfWeek.SATURDAY, "SUN", DayOfWeek.SUNDAY);

    private final Catalogue catalogue;
    private final MessageSource texts;

    Drafting(Catalogue catalogue, MessageSource texts) {
        this.catalogue = catalogue;
        this.texts = texts;
    }

    Parts draft(CaseFacts facts, Locale language) {
        var kinds = facts.kinds().stream().flatMap(k -> catalogue.kind(k).stream()).toList();
        var task = new ArrayList<>(each(kinds, k -> k.name().in(language) + ": " + k.belongs().in(language)));
        task.add(text(facts.recurring() ? "agreement.draft.recurring" : "agreement.draft.once", language));
        var help = new ArrayList<String>();
        help.add(text("agreement.draft.help", language, String.join(", ", each(kinds, k -> k.name().in(language)))));
        if (facts.hoursPerWeek() != null) {
            help.add(text("agreement.draft.hours", language, facts.hoursPerWeek()));
        }
        if (!facts.times().isEmpty()) {
            help.add(text("agreement.draft.times", language, times(facts, language)));
        }
        help.add(text("agreement.draft.told", language));
        var excluded = new ArrayList<>(each(kinds, k -> k.excluded().in(language)));
        excluded.add(text("agreement.draft.never", language));
        return new Parts(lines(task), lines(help), lines(excluded));
    }

    private String times(CaseFacts facts, Locale language) {
        var inOrder = new TreeMap<String, String>();
        for (var time : facts.times()) {
            var day = DAYS.get(time.substring(0, 3));
            var part = time.substring(4);
            inOrder.put(day.getValue() + " " + List.of("AM", "PM", "EVE").indexOf(part),
                    day.getDisplayName(TextStyle.FULL_STANDALONE, language) + " " + text("agreement.draft." + part, language));
        }
        return String.join(", ", inOrder.values());
    }

    private static List<String> each(List<Kind> kinds, Function<Kind, String> words) {
        return kinds.stream().map(words).map(String::strip).filter(w -> !w.isEmpty()).distinct().toList();
    }

    private static String lines(List<String> sentences) {
        return String.join("\n", sentences);
    }

    private String text(String key, Locale language, Object... args) {
        return texts.getMessage(key, args, language);
    }
}
