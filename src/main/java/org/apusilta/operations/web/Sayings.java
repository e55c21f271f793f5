package org.apusilta.operations.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apusilta.operations.process.StepNames;
import org.springframework.context.MessageSource;

/** Names, moments and the engine's sentences as a reader of this language expects them. Public, as the template calls it. */
public final class Sayings {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /** How the engine's refusals begin, and the key of what they mean. */
    private static final Map<String, String> MEANT = Map.of(
            "There is no migration instruction", "operations.obstacle.unmapped",
            "Activities have incompatible types", "operations.obstacle.type",
            "Target activity is not asyncAfter", "operations.obstacle.job",
            "Target activity is not asyncBefore", "operations.obstacle.job");

    private final MessageSource texts;
    private final StepNames names;
    private final Locale language;

    Sayings(MessageSource texts, StepNames names, Locale language) {
        this.texts = texts;
        this.names = names;
        this.language = language;
    }

    public String process(String key) {
        return texts.getMessage("operations.process." + key, null, key, language);
    }

    /** @param plan the plan's own English sentence, for a step nobody has put into words yet @return why cases at this step finish on their own version */
    public String stays(String process, String step, String plan) {
        return texts.getMessage("operations.stay." + process + "." + step, null, plan, language);
    }

    /** @param definition the engine's id of a version */
    public String step(String definition, String step) {
        return names.of(definition, step, language);
    }

    /** @return day and time in Helsinki */
    public String moment(Instant moment) {
        return moment.atZone(HELSINKI).format(DateTimeFormatter.ofPattern("d.M.yyyy H.mm"));
    }

    /** @return what the engine refused, in words; what we have no words for, as the engine says it */
    public List<String> meant(List<String> sentences) {
        return sentences.stream().map(sentence -> MEANT.entrySet().stream().filter(known -> sentence.startsWith(known.getKey())).findFirst()
                .map(known -> texts.getMessage(known.getValue(), null, language)).orElse(sentence)).distinct().toList();
    }
}
