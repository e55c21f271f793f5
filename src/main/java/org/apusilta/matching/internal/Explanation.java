package org.apusilta.matching.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Languages;
import org.apusilta.matching.Matching.Reason;
import org.apusilta.volunteer.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says every component of a score in a sentence a coordinator can repeat on the phone. */
@Component
class Explanation {

    private final MessageSource messages;
    private final Vocabulary vocabulary;

    Explanation(MessageSource messages, Vocabulary vocabulary) {
        this.messages = messages;
        this.vocabulary = vocabulary;
    }

    List<Reason> of(Ask ask, Scored scored, Locale asked) {
        var reader = WorkingLanguage.of(asked);
        var weights = ask.weights();
        var reasons = new ArrayList<Reason>();
        add(reasons, "distance", scored.distancePoints(), weights.distance(), distance(scored, reader), () -> change(reader, "distance"), !scored.near());
        add(reasons, "times", scored.timesPoints(), weights.times(), times(ask, scored, reader), () -> timesChange(ask, scored, reader),
                scored.slots() == null || !scored.timely());
        add(reasons, "interests", scored.interestsPoints(), weights.interests(), interests(ask, scored, reader),
                () -> change(reader, ask.interests() == 0 ? "interests.untold" : "interests"));
        add(reasons, "language", scored.languagePoints(), weights.language(), language(ask, scored, reader), () -> change(reader, "language"), !scored.spoken());
        add(reasons, "practice", scored.practicePoints(), weights.practice(), practice(ask, scored, reader), () -> change(reader, ask.besides().welcomes() ? "practice.asked" : "practice"));
        add(reasons, "load", scored.loadPoints(), weights.load(), load(scored, weights, reader), () -> change(reader, "load"));
        add(reasons, "recency", scored.recencyPoints(), weights.recency(), recency(scored, reader), () -> change(reader, "recency", weights.rested()));
        add(reasons, "earlier", scored.earlierPoints(), weights.earlier(), say(reader, scored.earlierPoints() > 0 ? "earlier" : "earlier.none"), null);
        add(reasons, "waiting", scored.waitingPoints(), scored.waitingPoints(),
                say(reader, ask.waitedDays() == 1 ? "waiting.one" : "waiting", ask.waitedDays(), weights.waitingDay() / 1000.0), null);
        if (scored.competition() > 0) {
            add(reasons, "competition", -scored.competition(), 0, say(reader, "competition", scored.rivalDays()), null, true);
        }
        if (!scored.wished()) {
            add(reasons, "gender", 0, 0, say(reader, "gender.relaxed"), null, true);
        }
        return reasons;
    }

    /** What would change it is said, and put into words, only where something is missing. */
    private static void add(List<Reason> reasons, String code, int points, int outOf, String sentence, @Nullable Supplier<String> change) {
        add(reasons, code, points, outOf, sentence, change, false);
    }

    private static void add(List<Reason> reasons, String code, int points, int outOf, String sentence, @Nullable Supplier<String> change, boolean heed) {
        reasons.add(new Reason(code, points, outOf, sentence, points < outOf && change != null ? change.get() : null, heed));
    }

    private String change(Locale reader, String key, Object... values) {
        return messages.getMessage("matching.change." + key, values, reader);
    }

    private String timesChange(Ask ask, Scored scored, Locale reader) {
        if (scored.slots() == null || ask.slots() == 0) {
            return change(reader, "times.unknown");
        }
        return change(reader, "times", list(Vocabulary.slots(ask.slots() & ~scored.slots()), "matching.slot.", reader));
    }

    private String practice(Ask ask, Scored scored, Locale reader) {
        if (scored.practicePoints() == 0) {
            return say(reader, "practice.none");
        }
        var wanted = vocabulary.languages(ask.besides().practises() & scored.languages());
        return wanted.isEmpty() ? say(reader, "practice.volunteer", named(vocabulary.languages(ask.languages() & scored.practises()), reader))
                : say(reader, "practice.client", named(wanted, reader));
    }

    private String distance(Scored scored, Locale reader) {
        var sentence = scored.metres() < 1000 ? say(reader, "distance.near") : say(reader, "distance", Math.round(scored.metres() / 100.0) / 10.0);
        return scored.near() ? sentence : sentence + " " + say(reader, "distance.relaxed");
    }

    private String times(Ask ask, Scored scored, Locale reader) {
        if (scored.slots() == null) {
            return say(reader, "times.unknown");
        }
        if (ask.slots() == 0) {
            return say(reader, "times.any");
        }
        int common = scored.slots() & ask.slots();
        if (common == 0) {
            return say(reader, "times.relaxed");
        }
        return say(reader, common == ask.slots() ? "times.all" : "times.some", Integer.bitCount(common), Integer.bitCount(ask.slots()),
                list(Vocabulary.slots(common), "matching.slot.", reader));
    }

    private String interests(Ask ask, Scored scored, Locale reader) {
        if (ask.interests() == 0) {
            return say(reader, "interests.untold");
        }
        var shared = vocabulary.interests(ask.interests() & scored.interests());
        return shared.isEmpty() ? say(reader, "interests.none") : say(reader, "interests", list(shared, "matching.interest.", reader));
    }

    private String language(Ask ask, Scored scored, Locale reader) {
        var wanted = named(vocabulary.languages(ask.preferred()), reader);
        if (scored.languagePoints() > 0) {
            return say(reader, "language", wanted);
        }
        var common = vocabulary.languages(ask.languages() & scored.languages());
        return common.isEmpty() ? say(reader, "language.relaxed") : say(reader, "language.other", named(common, reader), wanted);
    }

    private String load(Scored scored, Weights weights, Locale reader) {
        return scored.loadPoints() == weights.load() ? say(reader, "load.none") : say(reader, scored.free() == 1 ? "load.one" : "load", scored.free());
    }

    private String recency(Scored scored, Locale reader) {
        if (scored.restedDays() == null) {
            return say(reader, "recency.never");
        }
        return say(reader, scored.restedDays() <= 0 ? "recency.today" : scored.restedDays() == 1 ? "recency.one" : "recency", scored.restedDays());
    }

    private String named(Collection<String> languages, Locale reader) {
        return languages.stream().map(code -> Languages.name(code, reader)).collect(Collectors.joining(", "));
    }

    private String list(Collection<String> codes, String prefix, Locale reader) {
        return codes.stream().map(code -> messages.getMessage(prefix + code, null, code, reader)).collect(Collectors.joining(", "));
    }

    private String say(Locale reader, String key, Object... values) {
        return messages.getMessage("matching.reason." + key, values, reader);
    }
}
