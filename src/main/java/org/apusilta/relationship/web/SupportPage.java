package org.apusilta.relationship.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apusilta.relationship.Supports;
import org.apusilta.relationship.internal.Concern.By;
import org.apusilta.relationship.internal.Visits;
import org.apusilta.request.HelpRequests;
import org.apusilta.security.Access;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** What a coordinator hears by phone at any time: a visit, a worry, a pause. */
@Controller
class SupportPage {

    /** What was typed is shown again, to be put right. */
    private static final Set<String> WRONG = Set.of("INCOMPLETE", "NO_NEW_DAY", "MINUTES");

    private final Supports supports;
    private final Visits visits;
    private final TellUsForm form;
    private final HelpRequests requests;
    private final Access access;
    private final OutsideForm outside;
    private final Clock clock;

    SupportPage(Supports supports, Visits visits, TellUsForm form, HelpRequests requests, Access access, OutsideForm outside, Clock clock) {
        this.supports = supports;
        this.visits = visits;
        this.form = form;
        this.requests = requests;
        this.access = access;
        this.outside = outside;
        this.clock = clock;
    }

    @GetMapping("/support/{caseId}")
    String show(@PathVariable UUID caseId, Locale reader, Model model) {
        return page(caseId, Map.of(), "", reader, model);
    }

    @PostMapping("/support/{caseId}")
    String record(@PathVariable UUID caseId, @RequestParam Map<String, String> fields, Locale reader, Model model) {
        open(caseId);
        var became = "visit".equals(fields.get("what")) ? visit(caseId, fields)
                : form.take(caseId, by(fields.get("by")), access.username(), today(), fields);
        return page(caseId, WRONG.contains(became) ? fields : Map.of(), became, reader, model);
    }

    private String visit(UUID caseId, Map<String, String> fields) {
        var day = TellUsForm.day(fields.get("day"));
        if (day == null || day.isAfter(today()) || day.isBefore(began(caseId))) {
            return "INCOMPLETE";
        }
        var wrong = VisitLogPage.wrong(fields, day);
        if (wrong != null) {
            return wrong;
        }
        visits.heard(caseId, day, VisitLogPage.said(fields), OutsideForm.of(fields), access.username());
        return "SAID";
    }

    /** No visit was before the support began, though its first may have been on that day. */
    private LocalDate began(UUID caseId) {
        return LocalDate.ofInstant(supports.of(caseId).orElseThrow().startedAt(), ZoneId.of("Europe/Helsinki"));
    }

    private static By by(@org.jspecify.annotations.Nullable String typed) {
        return "CLIENT".equals(typed) ? By.CLIENT : "VOLUNTEER".equals(typed) ? By.VOLUNTEER : By.COORDINATOR;
    }

    private String page(UUID caseId, Map<String, String> given, String became, Locale reader, Model model) {
        open(caseId);
        model.addAllAttributes(form.model(caseId, given));
        model.addAllAttributes(outside.model(caseId, null, reader, given));
        model.addAttribute("became", became);
        model.addAttribute("today", today());
        model.addAttribute("here", "/support/" + caseId);
        model.addAttribute("mediums", Visits.Medium.values());
        model.addAttribute("reference", requests.facts(caseId).reference());
        return "relationship/support";
    }

    /** Another district's case, or one without running support: no such page. */
    private void open(UUID caseId) {
        access.requireDistrict(requests.find(caseId).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)).major());
        supports.of(caseId).filter(support -> support.endedAt() == null).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ZoneId.of("Europe/Helsinki")));
    }
}
