package org.apusilta.matching.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.engine.Typed;
import org.apusilta.matching.Waiting.Answer;
import org.apusilta.matching.internal.Days;
import org.apusilta.matching.internal.WaitingCare;
import org.apusilta.matching.internal.WaitingCare.Question;
import org.apusilta.matching.process.WaitingCareProcess;
import org.apusilta.messaging.LinkPage;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where somebody who waits reads how long it may take and says: still wanted, help meanwhile, something has changed, or not any more. */
@Component
class StillWantedPage implements LinkPage {

    private static final int LONGEST = 2000;

    private final WaitingCare care;
    private final WaitingCareProcess process;

    StillWantedPage(WaitingCare care, WaitingCareProcess process) {
        this.care = care;
        this.process = process;
    }

    @Override
    public String purpose() {
        return "still-wanted";
    }

    @Override
    public Page show(Opened link) {
        var question = care.question(link.subject()).orElseThrow();
        return process.awaits(link.subject()) ? question(question, link.language(), Map.of(), "") : told(question, false);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var question = care.question(link.subject()).orElseThrow();
        if (!process.awaits(link.subject())) {
            return told(question, question.answer() != null && question.answer() != answer(fields));
        }
        var answer = answer(fields);
        var interim = answer == Answer.INTERIM ? interim(question, fields.getOrDefault("interim", "")) : null;
        var words = Typed.clean(fields.getOrDefault("words", ""), true);
        var wrong = answer == null ? "choose" : answer == Answer.INTERIM && interim == null ? "interim" : "";
        if (answer == null || !wrong.isEmpty()) {
            return question(question, link.language(), fields, wrong);
        }
        process.answered(link.subject(), answer, interim, words.isEmpty() ? null : words.substring(0, Math.min(words.length(), LONGEST)), null);
        return told(care.question(link.subject()).orElseThrow(), false);
    }

    private Page question(Question question, Locale language, Map<String, String> given, String wrong) {
        var model = new HashMap<String, Object>();
        model.put("estimate", care.estimate(question.caseId(), language));
        model.put("offers", care.interim(question.caseId(), language));
        model.put("answerBy", Days.longDay(question.answerBy(), language));
        model.put("answer", given.getOrDefault("answer", ""));
        model.put("interim", given.getOrDefault("interim", ""));
        model.put("words", given.getOrDefault("words", ""));
        model.put("wrong", wrong);
        return new Page("still-wanted", model, false);
    }

    /** @param other whether something else is said now than what was kept: that a person must hear */
    private static Page told(Question question, boolean other) {
        var state = question.answer() != null ? question.answer().name().toLowerCase(Locale.ROOT) : question.awaited() ? "call" : "over";
        return new Page("still-wanted-done", Map.of("state", state.replace('_', '-'), "other", other));
    }

    private @Nullable UUID interim(Question question, String given) {
        return care.interim(question.caseId(), Locale.forLanguageTag("fi")).stream().map(org.apusilta.matching.internal.Interim::id)
                .filter(id -> id.toString().equals(given)).findFirst().orElse(null);
    }

    /** Who only chooses a help meanwhile has said so, too. */
    private static @Nullable Answer answer(Map<String, String> given) {
        return switch (given.getOrDefault("answer", given.containsKey("interim") ? "interim" : "")) {
            case "still" -> Answer.STILL_WANTED;
            case "interim" -> Answer.INTERIM;
            case "changed" -> Answer.CHANGED;
            case "no" -> Answer.NOT_WANTED;
            default -> null;
        };
    }
}
