package org.apusilta.agreement.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.request.CaseFacts;
import org.apusilta.volunteer.Vocabulary;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes the first wording of the three parts from what was asked and from the catalogue's borders (R15, R20). */
@Component
class Drafting {

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

    /** In the words the volunteer was asked with. */
    private String times(CaseFacts facts, Locale language) {
        return Vocabulary.slots(Vocabulary.slots(facts.times())).stream().map(slot -> text("matching.slot." + slot, language))
                .collect(Collectors.joining(", "));
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
