package org.apusilta.matching.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apusilta.matching.Matching.Reason;
import org.apusilta.volunteer.Vocabulary;
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
        var reasons = new ArrayList<Reason>();
        reasons.add(new Reason("distance", scored.distancePoints(), Weights.DISTANCE, distance(scored, reader)));
        reasons.add(new Reason("times", scored.timesPoints(), Weights.TIMES, times(ask, scored, reader)));
        reasons.add(new Reason("interests", scored.interestsPoints(), Weights.INTERESTS, interests(ask, scored, reader)));
        reasons.add(new Reason("language", scored.languagePoints(), Weights.LANGUAGE, language(ask, scored, reader)));
        reasons.add(new Reason("load", scored.loadPoints(), Weights.LOAD, load(scored, reader)));
        reasons.add(new Reason("recency", scored.recencyPoints(), Weights.RECENCY, recency(scored, reader)));
        reasons.add(new Reason("waiting", scored.waitingPoints(), scored.waitingPoints(),
                say(reader, ask.waitedDays() == 1 ? "waiting.one" : "waiting", ask.waitedDays())));
        if (scored.competition() > 0) {
            reasons.add(new Reason("competition", -scored.competition(), 0, say(reader, "competition", scored.rivalDays())));
        }
        if (!scored.wished()) {
            reasons.add(new Reason("gender", 0, 0, say(reader, "gender.relaxed")));
        }
        return reasons;
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

    private String load(Scored scored, Locale reader) {
        return scored.loadPoints() == Weights.LOAD ? say(reader, "load.none") : say(reader, scored.free() == 1 ? "load.one" : "load", scored.free());
    }

    private String recency(Scored scored, Locale reader) {
        if (scored.restedDays() == null) {
            return say(reader, "recency.never");
        }
        return say(reader, scored.restedDays() <= 0 ? "recency.today" : scored.restedDays() == 1 ? "recency.one" : "recency", scored.restedDays());
    }

    private String named(Collection<String> languages, Locale reader) {
        return languages.stream().map(code -> Locale.forLanguageTag(code).getDisplayLanguage(reader)).collect(Collectors.joining(", "));
    }

    private String list(Collection<String> codes, String prefix, Locale reader) {
        return codes.stream().map(code -> messages.getMessage(prefix + code, null, code, reader)).collect(Collectors.joining(", "));
    }

    private String say(Locale reader, String key, Object... values) {
        return messages.getMessage("matching.reason." + key, values, reader);
    }
}
