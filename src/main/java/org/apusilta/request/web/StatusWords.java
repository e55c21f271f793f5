package org.apusilta.request.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apusilta.engine.CaseSteps;
import org.apusilta.request.CaseFacts;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.RequestStatus;
import org.apusilta.request.TellBack;
import org.apusilta.request.WaitingNews;
import org.apusilta.request.process.HelpRequestProcess;
import org.apusilta.request.web.StatusView.Milestone;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says where a request stands so that nobody has to know the process. Names no volunteer and no client. */
@Component
class StatusWords {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /** What is worth telling once a step is reached, and once it is left. */
    private static final Map<String, String> ENTERED = Map.of("findVolunteer", "accepted", "volunteerAgreed", "found", "firstMeetingRecorded", "met", "supportActivated", "started",
            "awaitPartnerAnswer", "partnerAsked", "arrivalCheckDue", "partnerTakes", "bouncedBack", "partnerReturned");
    private static final Map<String, String> LEFT = Map.of("clarifyRequest", "clarified", "makeAgreement", "agreed");
    /** Beyond these it has ended; before them nobody has decided. */
    private static final Set<RequestStatus> BEFORE_THE_END = Set.of(RequestStatus.CLARIFYING, RequestStatus.MATCHING, RequestStatus.OFFERED, RequestStatus.MEETING,
            RequestStatus.AGREEMENT, RequestStatus.ACTIVE);
    private static final Set<RequestStatus> LOOKING = Set.of(RequestStatus.MATCHING, RequestStatus.OFFERED);
    private static final Set<String> TOLD = Set.of("help-request", "find-volunteer", "first-meeting", "partner-handoff");

    private final HelpRequests requests;
    private final CaseSteps steps;
    private final HelpRequestProcess process;
    private final ObjectProvider<WaitingNews> waiting;
    private final MessageSource texts;

    StatusWords(HelpRequests requests, CaseSteps steps, HelpRequestProcess process, ObjectProvider<WaitingNews> waiting, MessageSource texts) {
        this.requests = requests;
        this.steps = steps;
        this.process = process;
        this.waiting = waiting;
        this.texts = texts;
    }

    StatusView of(UUID id, Locale language) {
        var facts = requests.facts(id);
        var status = requests.status(id);
        var open = facts.outcome() == null && status != RequestStatus.WITHDRAWN;
        var may = requests.mayTell(id);
        var words = words(status, open, may);
        if (!may.includes(TellBack.STATE)) {
            return little(facts, words, open, may, language);
        }
        var closing = requests.closingLine(id, language).orElse(null);
        return new StatusView(facts.reference(), status, text("name." + words, language), text("now." + words, language),
                open ? text("next." + words, language) : null,
                open ? process.nextDue(id).map(due -> day(due, language)).orElse(null) : null,
                waiting(id, status, language), past(id, facts.receivedAt(), facts.closedAt(), language), closing, open);
    }

    /** Whoever asked for a client who agreed to no more than this hears that it came, and at most whether it was taken on and how it ended. */
    private StatusView little(CaseFacts facts, String words, boolean open, TellBack may, Locale language) {
        var past = new ArrayList<>(List.of(new Milestone(day(facts.receivedAt(), language), text("past.received", language))));
        var outcome = may.includes(TellBack.OUTCOME);
        if (outcome) {
            tell(past, "closed", facts.closedAt(), language);
        }
        return new StatusView(facts.reference(), told(requests.status(facts.id()), may), text("name." + words, language), text("now." + words, language),
                open || !outcome ? text("next." + words, language) : null, null, List.of(), past,
                outcome ? requests.closingLine(facts.id(), language).orElse(null) : null, open);
    }

    /** @return the status as far as it may be told to who asked */
    static RequestStatus told(RequestStatus status, TellBack may) {
        return may.includes(TellBack.STATE) || status == RequestStatus.RECEIVED ? status
                : !may.includes(TellBack.OUTCOME) ? RequestStatus.RECEIVED
                : BEFORE_THE_END.contains(status) ? RequestStatus.MATCHING : status;
    }

    /** While a volunteer is looked for, and as far as it was agreed that the reader may know. */
    private List<String> waiting(UUID id, RequestStatus status, Locale language) {
        var may = requests.mayTell(id);
        return !LOOKING.contains(status) || !may.includes(TellBack.STATE) ? List.of()
                : waiting.stream().flatMap(known -> known.of(id, may == TellBack.PROGRESS, language).stream()).toList();
    }

    /** @param open whether the case is not closed yet @return the status in two or three words, as far as it may be told */
    String name(UUID id, RequestStatus status, boolean open, Locale language) {
        return text("name." + words(status, open, requests.mayTell(id)), language);
    }

    /** A partner has said yes, but the case stays ours until help has arrived. */
    private static String words(RequestStatus status, boolean open, TellBack may) {
        if (!may.includes(TellBack.OUTCOME)) {
            return "UNTOLD";
        }
        if (!may.includes(TellBack.STATE) && told(status, may) == RequestStatus.MATCHING) {
            return "TAKEN_ON";
        }
        return open && status == RequestStatus.ELSEWHERE ? "WITH_PARTNER" : status.name();
    }

    String day(Instant instant, Locale language) {
        var european = "en".equals(language.getLanguage()) ? Locale.UK : language;
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(european).format(instant.atZone(HELSINKI));
    }

    private List<Milestone> past(UUID id, Instant receivedAt, @Nullable Instant closedAt, Locale language) {
        var past = new ArrayList<Milestone>();
        past.add(new Milestone(day(receivedAt, language), text("past.received", language)));
        for (var step : steps.of(id)) {
            if (TOLD.contains(step.process())) {
                tell(past, ENTERED.get(step.step()), step.enteredAt(), language);
                tell(past, step.cancelled() ? null : LEFT.get(step.step()), step.leftAt(), language);
            }
        }
        tell(past, "closed", closedAt, language);
        return past;
    }

    private void tell(List<Milestone> past, @Nullable String what, @Nullable Instant when, Locale language) {
        if (what != null && when != null) {
            past.add(new Milestone(day(when, language), text("past." + what, language)));
        }
    }

    private String text(String key, Locale language) {
        return texts.getMessage("request.status." + key, null, language);
    }
}
