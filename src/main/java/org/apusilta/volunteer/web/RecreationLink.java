package org.apusilta.volunteer.web;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apusilta.messaging.LinkPage;
import org.apusilta.volunteer.internal.CareDays;
import org.apusilta.volunteer.internal.RecreationCalendar;
import org.apusilta.volunteer.internal.Recreations;
import org.apusilta.volunteer.internal.Recreations.Answered;
import org.apusilta.volunteer.internal.Recreations.Recreation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where a volunteer reads the invitation, answers, changes their mind, and takes the event into their calendar. */
@Component
class RecreationLink implements LinkPage {

    private final Recreations recreations;
    private final RecreationCalendar calendar;

    RecreationLink(Recreations recreations, RecreationCalendar calendar) {
        this.recreations = recreations;
        this.calendar = calendar;
    }

    @Override
    public String purpose() {
        return "recreation";
    }

    @Override
    public Page show(Opened link) {
        return page(link, "");
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var answer = fields.getOrDefault("answer", "");
        if (!answer.equals("yes") && !answer.equals("no")) {
            return page(link, "choose");
        }
        return recreations.invitation(link.subject()).isEmpty() ? page(link, "")
                : page(link, recreations.answer(link.subject(), answer.equals("yes"), null).name().toLowerCase(Locale.ROOT));
    }

    /** @param said what became of an answer just given; {@code choose} when none was, empty when the page is only looked at */
    private Page page(Opened link, String said) {
        var invitation = recreations.invitation(link.subject()).orElse(null);
        var event = invitation == null ? null : recreations.find(invitation.recreationId()).orElse(null);
        if (invitation == null || event == null || event.cancelledAt() != null || event.notedAt() != null) {
            return new Page("recreation-over", Map.of("cancelled", event != null && event.cancelledAt() != null), false);
        }
        var model = new HashMap<String, Object>(facts(event, link.language()));
        model.put("answer", invitation.answer() == null ? "" : invitation.answer());
        model.put("said", said);
        model.put("full", event.taken() >= event.seats() && !"YES".equals(invitation.answer()));
        return new Page("recreation", model, false);
    }

    private static Map<String, Object> facts(Recreation event, Locale language) {
        return Map.of("event", event.title(language), "day", CareDays.longDay(event.day(), language), "times", RecreationPage.times(event), "place", event.place(),
                "answerBy", CareDays.longDay(event.answerBy(), language));
    }

    @Override
    public @Nullable File file(Opened link) {
        return recreations.invitation(link.subject()).flatMap(one -> recreations.find(one.recreationId()))
                .map(event -> new File("apusilta-" + event.day() + ".ics", "text/calendar; charset=UTF-8", calendar.of(event, link.language()))).orElse(null);
    }
}
