package org.apusilta.request.web;

import java.util.HashMap;
import java.util.Map;
import org.apusilta.engine.Typed;
import org.apusilta.messaging.LinkPage;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.People;
import org.apusilta.request.internal.Clarifications;
import org.apusilta.request.internal.Clarifications.Clarification;
import org.apusilta.request.process.HelpRequestProcess;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The page on which a question is answered. The answer is stored first and told to the process from there; an answer that comes
 * when nobody waits any more is kept for the coordinator, and the page says so.
 */
@Component
class ClarificationLink implements LinkPage {

    private static final int LONGEST = 4000;

    private final Clarifications clarifications;
    private final HelpRequests requests;
    private final HelpRequestProcess process;

    ClarificationLink(Clarifications clarifications, HelpRequests requests, HelpRequestProcess process) {
        this.clarifications = clarifications;
        this.requests = requests;
        this.process = process;
    }

    @Override
    public String purpose() {
        return "clarification";
    }

    @Override
    @Transactional(readOnly = true)
    public Page show(Opened link) {
        var asked = clarifications.find(link.subject()).orElseThrow();
        if (asked.answeredAt() != null) {
            return page("before", asked, null);
        }
        return page(over(link) ? "closed" : "ask", asked, null);
    }

    @Override
    @Transactional
    public Page answer(Opened link, Map<String, String> fields) {
        var asked = clarifications.find(link.subject()).orElseThrow();
        var text = Typed.clean(fields.getOrDefault("answer", ""), true);
        if (asked.answeredAt() == null && over(link)) {
            return page("closed", asked, null);
        }
        if (asked.answeredAt() == null && (text.isEmpty() || text.length() > LONGEST)) {
            return page("ask", asked, text);
        }
        if (!clarifications.answer(asked.id(), text, People.Means.LINK, null)) {
            return page("before", clarifications.find(asked.id()).orElseThrow(), null);
        }
        return page(process.clarificationAnswered(asked.instanceId(), asked.requestId()) ? "thanks" : "late", asked, null);
    }

    private boolean over(Opened link) {
        return requests.find(link.caseId()).map(CaseFacts::outcome).isPresent();
    }

    /** @param wrong what was typed and cannot be taken, to show it again */
    private static Page page(String state, Clarification asked, @Nullable String wrong) {
        var model = new HashMap<String, Object>();
        model.put("state", state);
        model.put("question", asked.question() == null ? "" : asked.question());
        model.put("answer", asked.answer() == null ? "" : asked.answer());
        model.put("typed", wrong == null ? "" : wrong);
        model.put("error", wrong == null ? "" : wrong.isEmpty() ? "missing" : "long");
        return new Page("clarification", model, !state.equals("ask"));
    }
}
