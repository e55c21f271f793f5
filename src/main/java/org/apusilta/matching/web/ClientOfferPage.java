package org.apusilta.matching.web;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apusilta.matching.internal.Days;
import org.apusilta.matching.internal.AskingClient;
import org.apusilta.matching.internal.AskingClient.Question;
import org.apusilta.matching.internal.OfferWords;
import org.apusilta.matching.process.AskClientProcess;
import org.apusilta.messaging.LinkPage;
import org.springframework.stereotype.Component;

/** Where a client hears who would come, and says yes or no: a given name, languages, an age band, interests; no contact, no family name. */
@Component
class ClientOfferPage implements LinkPage {

    private final AskingClient asking;
    private final AskClientProcess process;
    private final OfferWords words;

    ClientOfferPage(AskingClient asking, AskClientProcess process, OfferWords words) {
        this.asking = asking;
        this.process = process;
        this.words = words;
    }

    @Override
    public String purpose() {
        return "client-offer";
    }

    @Override
    public Page show(Opened link) {
        var question = asking.question(link.subject()).orElseThrow();
        return question.answerBy() != null && process.awaits(link.subject()) ? question(question, link.language(), false) : told(question);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var question = asking.question(link.subject()).orElseThrow();
        var answer = fields.getOrDefault("answer", "");
        if (question.answerBy() == null || !process.awaits(link.subject())) {
            return told(question);
        }
        if (!answer.equals("yes") && !answer.equals("no")) {
            return question(question, link.language(), true);
        }
        process.answered(link.subject(), answer.equals("yes"));
        return told(asking.question(link.subject()).orElseThrow());
    }

    private Page question(Question question, Locale language, boolean unclear) {
        return new Page("client-offer", Map.of("who", asking.portrait(question.caseId(), question.volunteerId(), language),
                "task", words.of(question.caseId(), language).task(), "answerBy", Days.longDay(Objects.requireNonNull(question.answerBy()), language),
                "unclear", unclear), false);
    }

    private static Page told(Question question) {
        var state = question.answer() == null ? "over" : question.answer().toLowerCase(Locale.ROOT);
        return new Page("client-offer-done", Map.of("state", state));
    }
}
