package org.apusilta.matching.web;

import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Map;
import org.apusilta.matching.Matching.OfferState;
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
        return asked.state() == OfferState.OPEN ? question(asked, link.language(), false) : told(asked.state().name());
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var asked = brokering.asked(link.subject()).orElseThrow();
        var answer = fields.getOrDefault("answer", "");
        if (asked.state() != OfferState.OPEN) {
            return told(asked.state().name());
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
        var day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(language);
        var told = words.of(asked.caseId(), language);
        return new Page("offer", Map.of("request", told, "since", day.format(told.since()), "answerBy", day.format(asked.answerBy()),
                "unclear", unclear), false);
    }

    private static Page told(String state) {
        return new Page("offer-answered", Map.of("state", state.toLowerCase(Locale.ROOT)));
    }
}
