package org.apusilta.volunteer.web;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.volunteer.internal.Checks;
import org.apusilta.volunteer.internal.Checks.Asked;
import org.springframework.stereotype.Component;

/** The information that Act 148/2014 demands before somebody consents, and the answer: yes or no, nothing to write. A yes may be taken back while the extract has not been looked at. */
@Component
class ConsentPage implements LinkPage {

    private final Checks checks;

    ConsentPage(Checks checks) {
        this.checks = checks;
    }

    @Override
    public String purpose() {
        return Checks.PURPOSE;
    }

    @Override
    public Page show(Opened link) {
        return page(link, false);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var answer = fields.get("answer");
        if ("back".equals(answer)) {
            checks.takeBack(link.subject());
            return page(link, false);
        }
        if (!"yes".equals(answer) && !"no".equals(answer)) {
            return new Page("check-consent", page(link, true).model(), false);
        }
        checks.answer(link.subject(), "yes".equals(answer));
        var told = page(link, false);
        return new Page(told.view(), told.model(), !"given".equals(told.model().get("state")));   // a yes may be taken back
    }

    private Page page(Opened link, boolean unanswered) {
        var asked = checks.asked(link.subject(), link.language()).orElse(new Asked(List.of(), "closed", null));
        var model = new HashMap<String, Object>(Map.of("kinds", asked.kinds(), "state", asked.state(), "unanswered", unanswered));
        model.put("child", asked.child());
        return new Page("check-consent", model);
    }
}
