package org.apusilta.relationship.internal;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.relationship.Supports.Visit;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On which day the volunteer is next asked about a visit: a day they agreed on, not too soon after the last time. */
@Component
public class VisitPlan {

    private static final int WEEK = 7;
    private static final int FURTHEST = 120;

    /** @param visitDay asked in the evening of it @param contactBy when nothing has been heard by then, a person calls */
    public record Next(LocalDate visitDay, LocalDate contactBy) {}

    private final Visits visits;
    private final SupportRows supports;
    private final HelpRequests requests;
    private final Volunteers volunteers;

    VisitPlan(Visits visits, SupportRows supports, HelpRequests requests, Volunteers volunteers) {
        this.visits = visits;
        this.supports = supports;
        this.requests = requests;
        this.volunteers = volunteers;
    }

    /** Now is a moment of contact: a period or pause has ended, or somebody has told us something. @param everyDays and silenceDays of DMN visitRhythm */
    @Transactional(readOnly = true)
    public Next next(UUID caseId, int everyDays, int silenceDays) {
        var today = visits.today();
        var support = supports.findByCaseId(caseId).orElseThrow();
        var asked = visits.of(support.id()).stream().filter(visit -> visit.askedAt() != null).toList();
        var days = asked.stream().map(Visit::plannedOn).collect(Collectors.toSet());
        var moved = asked.stream().map(Visit::movedTo).filter(Objects::nonNull).filter(day -> !day.isBefore(today) && !days.contains(day)).min(Comparator.naturalOrder());
        var visitDay = moved.orElseGet(() -> agreed(support, later(today, days.stream().max(Comparator.naturalOrder()).orElse(today).plusDays(everyDays))));
        return new Next(visitDay, later(today.plusDays(silenceDays), visitDay.plusDays(WEEK)));
    }

    /** The first of the agreed weekdays from this day on, or of all when any time will do, on which the volunteer is not away. A single visit is on its own day. */
    private LocalDate agreed(RunningSupport support, LocalDate from) {
        var facts = requests.facts(support.caseId());
        if (!facts.recurring() && facts.startOn() != null && facts.startOn().isAfter(from)) {
            return facts.startOn();
        }
        boolean any = facts.times().isEmpty();
        return from.datesUntil(from.plusDays(FURTHEST)).filter(day -> any || isOneOf(facts.times(), day)).filter(day -> !volunteers.away(support.volunteerId(), day)).findFirst().orElse(from);
    }

    private static boolean isOneOf(Set<String> times, LocalDate day) {
        return times.stream().anyMatch(time -> time.startsWith(day.getDayOfWeek().name().substring(0, 3)));
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }
}
