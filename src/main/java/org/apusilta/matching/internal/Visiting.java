package org.apusilta.matching.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.apusilta.matching.Matching;
import org.apusilta.matching.Matching.Opened.What;
import org.apusilta.request.FirstMeetings;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.People;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the matched volunteer may know of the client, and when. Only while both sides' yes stands: the day the request or the
 * support ends, everything closes. Each opening is on record. Public for {@code matching.web} only.
 */
@Component
@Transactional
public class Visiting {

    /** So many days ahead a visit may be told to us. */
    public static final int FURTHEST = 60;

    private static final List<String> CARD = List.of("access", "moving", "aids", "sight", "hearing", "memory", "other", "onCall");
    private static final List<String> ESCORT = List.of("where", "when", "ready", "vehicle", "taxi");

    /** @param visits the days we know of, today or later or a day ago, earliest first */
    public record View(UUID caseId, List<LocalDate> visits, boolean cardOpen, LocalDate today) {}

    private final Matching matching;
    private final Openings openings;
    private final HelpRequests requests;
    private final FirstMeetings meetings;
    private final CardRule rule;
    private final Asks asks;

    Visiting(Matching matching, Openings openings, HelpRequests requests, FirstMeetings meetings, CardRule rule, Asks asks) {
        this.matching = matching;
        this.openings = openings;
        this.requests = requests;
        this.meetings = meetings;
        this.rule = rule;
        this.asks = asks;
    }

    /** @return what this volunteer may see now; empty before both have said yes and from the day it ends */
    @Transactional(readOnly = true)
    public Optional<View> view(UUID caseId, UUID volunteerId) {
        if (requests.facts(caseId).outcome() != null || requests.died(caseId) || matching.agreedByBoth(caseId).filter(volunteerId::equals).isEmpty()) {
            return Optional.empty();
        }
        var today = asks.today();
        var days = Stream.of(meetings.day(caseId, volunteerId), openings.planned(caseId, volunteerId)).flatMap(Optional::stream).distinct().sorted().toList();
        return Optional.of(new View(caseId, days.stream().filter(day -> !day.isBefore(today.minusDays(1))).toList(),
                days.stream().anyMatch(day -> rule.open(ChronoUnit.DAYS.between(today, day))), today));
    }

    /** @return how to reach the client; on record as opened. Empty when it is closed */
    public Optional<People.Client> contact(UUID caseId, UUID volunteerId) {
        return view(caseId, volunteerId).map(open -> {
            openings.log(caseId, volunteerId, What.CONTACT);
            return requests.client(caseId);
        });
    }

    /** @return the visit card by key ({@code access}, {@code escort.taxi} …), on record as opened; empty when it is closed or no visit is near */
    public Optional<Map<String, String>> card(UUID caseId, UUID volunteerId) {
        return view(caseId, volunteerId).filter(View::cardOpen).map(open -> {
            openings.log(caseId, volunteerId, What.VISIT_CARD);
            var card = new java.util.LinkedHashMap<String, String>();
            var practical = new TreeMap<>(requests.client(caseId).practical());
            CARD.stream().filter(practical::containsKey).forEach(key -> card.put(key, practical.get(key)));
            var escort = requests.arrangements(caseId).escort();
            ESCORT.stream().filter(escort::containsKey).forEach(key -> card.put("escort." + key, escort.get(key)));
            return card;
        });
    }

    /** Keeps the day of the next visit. @return false when it is not one of the next {@link #FURTHEST} days, or closed */
    public boolean plan(UUID caseId, UUID volunteerId, LocalDate day) {
        var open = view(caseId, volunteerId).filter(now -> !day.isBefore(now.today()) && !day.isAfter(now.today().plusDays(FURTHEST)));
        open.ifPresent(now -> openings.plan(caseId, volunteerId, day));
        return open.isPresent();
    }
}
