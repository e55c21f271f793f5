package org.apusilta.matching.web;

import java.util.Locale;
import java.util.Map;
import org.apusilta.matching.Matching.OfferState;
import org.apusilta.matching.internal.Days;
import org.apusilta.matching.internal.Brokering;
import org.apusilta.matching.internal.Brokering.Asked;
import org.apusilta.matching.internal.OfferWords;
import org.apusilta.matching.process.FindVolunteerProcess;
import org.apusilta.messaging.LinkPage;
import org.springframework.stereotype.Component;

/** Where a volunteer says yes or no: the help, a rough area, times, languages; no name and no address before both have said yes. */
@Component
class OfferPage implements LinkPage {

    private final Brokering brokering;
    private final OfferWords words;
    private final FindVolunteerProcess process;

    OfferPage(Brokering brokering, OfferWords words, FindVolunteerProcess process) {
        this.brokering = brokering;
        this.words = words;
        this.process = process;
    }

    @Override
    public String purpose() {
        return "offer";
    }

    @Override
    public Page show(Opened link) {
        var asked = brokering.asked(link.subject()).orElseThrow();
        return asked.state() == OfferState.OPEN ? question(asked, link.language(), false) : told(state(asked));
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var asked = brokering.asked(link.subject()).orElseThrow();
        var answer = fields.getOrDefault("answer", "");
        if (asked.state() != OfferState.OPEN) {
            return told(state(asked));
        }
        if (!answer.equals("yes") && !answer.equals("no")) {
            return question(asked, link.language(), true);
        }
        if (!process.answered(link.subject(), answer.equals("yes"))) {
            // the search went on a moment ago, though the offer's row closes in the next
            return told(OfferState.RELEASED.name());
        }
        return told(answer.equals("yes") ? "ACCEPTED" : "DECLINED");
    }

    private Page question(Asked asked, Locale language, boolean unclear) {
        var told = words.of(asked.caseId(), language);
        return new Page("offer", Map.of("request", told, "since", Days.longDay(told.since(), language), "answerBy", Days.longDay(asked.answerBy(), language),
                "unclear", unclear), false);
    }

    /** While the client thinks it over the volunteer reads that; later, that both have said yes. */
    private static String state(Asked asked) {
        return asked.state() == OfferState.ACCEPTED && asked.clientSaidYes() ? "BOTH" : asked.state().name();
    }

    private static Page told(String state) {
        return new Page("offer-answered", Map.of("state", state.toLowerCase(Locale.ROOT)));
    }
}
