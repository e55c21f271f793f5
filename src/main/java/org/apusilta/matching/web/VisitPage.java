package org.apusilta.matching.web;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apusilta.matching.internal.Days;
import org.apusilta.matching.internal.OfferWords;
import org.apusilta.matching.internal.Visiting;
import org.apusilta.matching.internal.Visiting.View;
import org.apusilta.messaging.LinkPage;
import org.springframework.stereotype.Component;

/**
 * The matched volunteer's own page. Looking shows nothing of the client, so that no mail scanner reads it: contact details and the
 * visit card open when the volunteer asks for them, which is put on record, and the card near a visit only.
 */
@Component
class VisitPage implements LinkPage {

    private final Visiting visiting;
    private final OfferWords words;

    VisitPage(Visiting visiting, OfferWords words) {
        this.visiting = visiting;
        this.words = words;
    }

    @Override
    public String purpose() {
        return "visit";
    }

    @Override
    public Page show(Opened link) {
        return visiting.view(link.caseId(), link.subject()).map(open -> overview(open, link.language(), "")).orElseGet(VisitPage::closed);
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var caseId = link.caseId();
        var volunteer = link.subject();
        return switch (fields.getOrDefault("do", "")) {
            case "contact" -> visiting.contact(caseId, volunteer).map(client -> new Page("visit-contact", Map.of("name", client.name(),
                    "phone", or(client.phone()), "email", or(client.email()), "address", or(client.address())), false)).orElseGet(VisitPage::closed);
            case "card" -> visiting.card(caseId, volunteer).map(card -> new Page("visit-card", Map.of("card", card), false)).orElseGet(() -> show(link));
            case "plan" -> planned(link, fields.getOrDefault("visitOn", ""));
            default -> show(link);
        };
    }

    private Page planned(Opened link, String given) {
        boolean kept = day(given) != null && visiting.plan(link.caseId(), link.subject(), day(given));
        return visiting.view(link.caseId(), link.subject()).map(open -> overview(open, link.language(), kept ? "kept" : "wrong")).orElseGet(VisitPage::closed);
    }

    private Page overview(View open, Locale language, String said) {
        var told = words.of(open.caseId(), language);
        var model = new HashMap<String, Object>();
        model.put("request", told);
        model.put("visits", open.visits().stream().map(day -> Days.longDay(day, language)).toList());
        model.put("cardOpen", open.cardOpen());
        model.put("first", open.today().toString());
        model.put("last", open.today().plusDays(Visiting.FURTHEST).toString());
        model.put("said", said);
        return new Page("visit", model, false);
    }

    private static Page closed() {
        return new Page("visit-closed", Map.of(), false);
    }

    private static @org.jspecify.annotations.Nullable LocalDate day(String given) {
        try {
            return LocalDate.parse(given);
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    private static String or(@org.jspecify.annotations.Nullable String value) {
        return value == null ? "" : value;
    }
}
