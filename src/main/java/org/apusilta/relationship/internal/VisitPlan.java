package org.apusilta.relationship.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.relationship.Supports.Visit;
import org.apusilta.request.HelpRequests;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On which day the volunteer is next asked about a visit: a day they agreed on, not too soon after the last time. */
@Component
public class VisitPlan {

    private static final int WEEK = 7;

    /** @param visitDay asked in the evening of it @param contactBy when nothing has been heard by then, a person calls */
    public record Next(LocalDate visitDay, LocalDate contactBy) {}

    private final Visits visits;
    private final SupportRows supports;
    private final HelpRequests requests;

    VisitPlan(Visits visits, SupportRows supports, HelpRequests requests) {
        this.visits = visits;
        this.supports = supports;
        this.requests = requests;
    }

    /** Now is a moment of contact: a period or pause has ended, or somebody has told us something. @param everyDays and silenceDays of DMN visitRhythm */
    @Transactional(readOnly = true)
    public Next next(UUID caseId, int everyDays, int silenceDays) {
        var today = visits.today();
        var asked = visits.of(supports.findByCaseId(caseId).orElseThrow().id()).stream().filter(visit -> visit.askedAt() != null).toList();
        var days = asked.stream().map(Visit::plannedOn).collect(Collectors.toSet());
        var moved = asked.stream().map(Visit::movedTo).filter(Objects::nonNull).filter(day -> !day.isBefore(today) && !days.contains(day)).min(Comparator.naturalOrder());
        var visitDay = moved.orElseGet(() -> agreed(caseId, later(today, days.stream().max(Comparator.naturalOrder()).orElse(today).plusDays(everyDays))));
        return new Next(visitDay, later(today.plusDays(silenceDays), visitDay.plusDays(WEEK)));
    }

    /** The first of the agreed weekdays from this day on; the day itself when any time will do. A single visit is on its own day. */
    private LocalDate agreed(UUID caseId, LocalDate from) {
        var facts = requests.facts(caseId);
        if (!facts.recurring() && facts.startOn() != null && facts.startOn().isAfter(from)) {
            return facts.startOn();
        }
        return from.datesUntil(from.plusDays(WEEK)).filter(day -> isOneOf(facts.times(), day)).findFirst().orElse(from);
    }

    private static boolean isOneOf(Set<String> times, LocalDate day) {
        return times.stream().anyMatch(time -> time.startsWith(day.getDayOfWeek().name().substring(0, 3)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
