package org.apusilta.request.web;

import java.util.HashMap;
import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.HelpRequests.Who;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The status page behind the link in our messages: the same as the receipt's. */
@Component
class StatusLink implements LinkPage {

    private final HelpRequests requests;
    private final StatusWords words;
    private final StatusTurns turns;

    StatusLink(HelpRequests requests, StatusWords words, StatusTurns turns) {
        this.requests = requests;
        this.words = words;
        this.turns = turns;
    }

    @Override
    public String purpose() {
        return "status";
    }

    @Override
    public Page show(Opened link) {
        return page(link, false, "", Map.of());
    }

    @Override
    @Transactional
    public Page answer(Opened link, Map<String, String> fields) {
        if (StatusTurns.tells(fields)) {
            var told = turns.take(link.caseId(), fields);
            return page(link, false, told, StatusTurns.again(told, fields));
        }
        if (!"true".equals(fields.get("sure"))) {
            return page(link, true, "", Map.of());
        }
        requests.withdraw(link.caseId(), requests.facts(link.caseId()).askedBy() == AskedBy.SELF ? Who.CLIENT : Who.REQUESTER);
        return page(link, false, "", Map.of());
    }

    private Page page(Opened link, boolean unsure, String told, Map<String, String> given) {
        var model = new HashMap<String, Object>(turns.choices(link.language()));
        model.putAll(Map.of("status", words.of(link.caseId(), link.language()), "unsure", unsure, "told", told, "given", given));
        return new Page("request-status", model, !unsure && told.isEmpty());
    }
}
