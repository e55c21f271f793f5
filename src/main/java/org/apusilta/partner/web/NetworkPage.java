package org.apusilta.partner.web;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.partner.NetworkAsks.State;
import org.apusilta.partner.internal.AskingNetwork;
import org.apusilta.partner.internal.AskingNetwork.Question;
import org.apusilta.partner.internal.HandOffWords;
import org.apusilta.partner.process.AskNetworkProcess;
import org.springframework.stereotype.Component;

/** Where a member of a network reads what is needed, anonymously, and takes it or not. Who comes second reads that it is taken. */
@Component
class NetworkPage implements LinkPage {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final AskingNetwork asking;
    private final AskNetworkProcess process;
    private final HandOffWords words;
    private final Sayings sayings;

    NetworkPage(AskingNetwork asking, AskNetworkProcess process, HandOffWords words, Sayings sayings) {
        this.asking = asking;
        this.process = process;
        this.words = words;
        this.sayings = sayings;
    }

    @Override
    public String purpose() {
        return "network-ask";
    }

    @Override
    public Page show(Opened link) {
        var question = asking.question(link.subject()).orElseThrow();
        return process.awaits(link.subject()) ? question(question, link.language(), false) : told(question);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var question = asking.question(link.subject()).orElseThrow();
        var answer = fields.getOrDefault("answer", "");
        if (!process.awaits(link.subject())) {
            return told(question);
        }
        if (!answer.equals("yes") && !answer.equals("no")) {
            return question(question, link.language(), true);
        }
        process.answered(link.subject(), answer.equals("yes"));
        return told(asking.question(link.subject()).orElseThrow());
    }

    private Page question(Question question, Locale language, boolean unclear) {
        var told = words.anonymous(question.caseId(), language);
        var model = new HashMap<String, Object>();
        model.put("request", told);
        model.put("times", sayings.times(told, language));
        model.put("often", sayings.often(told, language));
        model.put("answerBy", sayings.day(question.answerBy().atZone(HELSINKI).toLocalDate(), language));
        model.put("unclear", unclear);
        return new Page("network-ask", model, false);
    }

    private static Page told(Question question) {
        var state = question.theirs() ? "yours" : question.state() == State.TAKEN ? "taken" : question.state() == State.OPEN && Boolean.FALSE.equals(question.answered()) ? "no" : "over";
        return new Page("network-answered", Map.of("state", state));
    }
}
