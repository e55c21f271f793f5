package org.apusilta.relationship.web;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.apusilta.messaging.LinkPage;
import org.apusilta.relationship.internal.Concern.By;
import org.apusilta.relationship.internal.Visits;
import org.apusilta.relationship.internal.Visits.Answer;
import org.apusilta.relationship.internal.Visits.Medium;
import org.apusilta.relationship.internal.Visits.Said;
import org.apusilta.request.HelpRequests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How did the visit go? One click, a thank-you, and more only for who likes; corrected as often as needed. */
@Component
class VisitLogPage implements LinkPage {

    /** A day, in minutes. */
    private static final int LONGEST = 1440;

    private final Visits visits;
    private final TellUsForm tellUs;
    private final HelpRequests requests;
    private final OutsideForm outside;

    VisitLogPage(Visits visits, TellUsForm tellUs, HelpRequests requests, OutsideForm outside) {
        this.visits = visits;
        this.tellUs = tellUs;
        this.requests = requests;
        this.outside = outside;
    }

    @Override
    public String purpose() {
        return "visit-log";
    }

    @Override
    public Page show(Opened link) {
        return page(link, Map.of(), "");
    }

    @Override
    public Page answer(Opened link, Map<String, String> fields) {
        var visit = visits.find(link.subject()).orElseThrow();
        if ("concern".equals(fields.get("what"))) {
            var became = tellUs.take(link.caseId(), By.VOLUNTEER, null, visit.plannedOn(), fields);
            return page(link, became.equals("CONCERN") ? Map.of() : fields, became);
        }
        var wrong = wrong(fields, visit.plannedOn());
        if (wrong != null) {
            return page(link, fields, wrong);
        }
        var said = said(fields);
        visits.said(link.subject(), said, OutsideForm.of(fields));
        return page(link, Map.of(), "SAID");
    }

    /** @return what is to be put right: INCOMPLETE when nothing was chosen, NO_NEW_DAY when it was moved to no day that can be, MINUTES; null when all is well */
    static @Nullable String wrong(Map<String, String> fields, java.time.LocalDate planned) {
        var answer = answer(fields);
        var moved = TellUsForm.day(fields.get("movedTo"));
        if (answer.isEmpty()) {
            return "INCOMPLETE";
        }
        if (answer.get() == Answer.MOVED && (moved == null || !moved.isAfter(planned) || moved.isAfter(planned.plusYears(1)))) {
            return "NO_NEW_DAY";
        }
        var minutes = minutes(fields);
        return minutes.isEmpty() || minutes.matches("[1-9]\\d{0,3}") && Integer.parseInt(minutes) <= LONGEST ? null : "MINUTES";
    }

    /** @param fields in which nothing is {@link #wrong} */
    static Said said(Map<String, String> fields) {
        var answer = answer(fields).orElseThrow();
        var moved = TellUsForm.day(fields.get("movedTo"));
        var minutes = minutes(fields);
        var medium = Arrays.stream(Medium.values()).filter(m -> m.name().equals(fields.get("medium"))).findFirst().orElse(null);
        return new Said(answer, answer == Answer.MOVED ? moved : null,
                minutes.isEmpty() ? null : Integer.valueOf(minutes), medium, TellUsForm.text(fields.get("note")));
    }

    private static Optional<Answer> answer(Map<String, String> fields) {
        return Arrays.stream(Answer.values()).filter(a -> a.name().equals(fields.get("answer"))).findFirst();
    }

    private static String minutes(Map<String, String> fields) {
        return fields.getOrDefault("minutes", "").strip();
    }

    private Page page(Opened link, Map<String, String> given, String became) {
        var model = new HashMap<>(tellUs.model(link.caseId(), given));
        var visit = visits.find(link.subject()).orElse(null);
        model.put("open", visits.open(link.subject()));
        model.put("visit", visit == null ? Map.of() : visit);
        model.put("day", visit == null ? "" : visit.plannedOn());
        model.put("client", requests.client(link.caseId()).name());
        model.putAll(outside.model(link.caseId(), link.subject(), link.language(), given));
        model.put("mediums", Medium.values());
        model.put("became", became);
        return new Page("visit-log", model, false);
    }
}
