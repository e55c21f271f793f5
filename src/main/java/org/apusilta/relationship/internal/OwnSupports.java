package org.apusilta.relationship.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.catalogue.Kind;
import org.apusilta.relationship.internal.Drifts.Outside;
import org.apusilta.relationship.internal.Visits.Answer;
import org.apusilta.relationship.internal.Visits.Said;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.HardEndings;
import org.apusilta.volunteer.OwnTasks;
import org.apusilta.volunteer.VolunteerReturned;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** On the volunteer's own page: the supports that run, what is asked about them, and a visit told with one click. */
@Component
@Transactional
class OwnSupports implements OwnTasks, HardEndings {

    private record Row(UUID id, UUID caseId, int period) {}

    private final JdbcClient jdbc;
    private final Visits visits;
    private final CheckIns checkIns;
    private final Hearing hearing;
    private final Pauses pauses;
    private final PeriodRows periods;
    private final SupportSignals process;
    private final HelpRequests requests;
    private final Catalogue catalogue;
    private final MessageSource texts;

    OwnSupports(JdbcClient jdbc, Visits visits, CheckIns checkIns, Hearing hearing, Pauses pauses, PeriodRows periods, SupportSignals process,
            HelpRequests requests, Catalogue catalogue, MessageSource texts) {
        this.jdbc = jdbc;
        this.visits = visits;
        this.checkIns = checkIns;
        this.hearing = hearing;
        this.pauses = pauses;
        this.periods = periods;
        this.process = process;
        this.requests = requests;
        this.catalogue = catalogue;
        this.texts = texts;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Task> of(UUID volunteerId, Locale language) {
        var tasks = new ArrayList<Task>();
        running(volunteerId).stream().filter(support -> !requests.died(support.caseId())).forEach(support -> tasks.add(task(support, language)));
        jdbc.sql("select case_id from apusilta.closing where volunteer_id = ? and wish is null and reason <> 'CLIENT_DIED'").param(volunteerId).query(UUID.class).list().stream()
                .filter(process::awaitsWish).forEach(caseId -> tasks.add(new Task(caseId, kinds(caseId, language), text("own.task.ended", language),
                        List.of(new Door("what-next", caseId, caseId, text("own.door.next", language), true)), false)));
        return tasks;
    }

    private List<Row> running(UUID volunteerId) {
        return jdbc.sql("select id, case_id, period from apusilta.support where volunteer_id = ? and ended_at is null order by started_at").param(volunteerId).query(Row.class).list();
    }

    private Task task(Row support, Locale language) {
        var caseId = support.caseId();
        var doors = new ArrayList<Door>();
        var day = java.time.format.DateTimeFormatter.ofPattern("d.M.");
        visits.of(support.id()).stream().filter(visit -> visit.answer() == null && visit.askedAt() != null).forEach(visit ->
                doors.add(new Door("visit-log", caseId, visit.id(), texts.getMessage("own.door.visitLog", new Object[] {visit.plannedOn().format(day)}, language), true)));
        visits.of(support.id()).stream().filter(visit -> visit.answer() != null).reduce((earlier, later) -> later).ifPresent(visit ->
                doors.add(new Door("visit-log", caseId, visit.id(), texts.getMessage("own.door.visitLog.more", new Object[] {visit.plannedOn().format(day)}, language), false)));
        periods.findBySupportIdAndNumber(support.id(), support.period()).ifPresent(period -> {
            if (period.askedAt() != null && checkIns.state(period.id(), Side.VOLUNTEER) == CheckIns.State.OPEN) {
                doors.add(new Door("check-in-volunteer", caseId, period.id(), text("own.door.checkIn", language), true));
            }
            if (process.awaitsViews(caseId) && hearing.state(period.id(), Side.VOLUNTEER) == CheckIns.State.OPEN) {
                doors.add(new Door("view-volunteer", caseId, period.id(), text("own.door.view", language), true));
            }
        });
        doors.add(new Door("tell-us-volunteer", caseId, support.id(), text("own.door.tellUs", language), false));
        var paused = pauses.running(caseId);
        return new Task(caseId, kinds(caseId, language), paused.map(pause -> texts.getMessage("own.task.paused",
                new Object[] {pause.pausedUntil().format(java.time.format.DateTimeFormatter.ofPattern("d.M.yyyy"))}, language)).orElse(text("own.task.serving", language)),
                doors, paused.isEmpty() && visits.of(support.id()).stream().noneMatch(visit -> visit.answer() != null && visit.plannedOn().equals(visits.today())));
    }

    private String kinds(UUID caseId, Locale language) {
        return requests.facts(caseId).kinds().stream().map(catalogue::kind).flatMap(Optional::stream).map(Kind::name).map(name -> name.in(language)).collect(Collectors.joining(", "));
    }

    /** What was told before of this day stays: a click too many must not wipe out minutes and words. */
    @Override
    public Optional<Door> visited(UUID volunteerId, UUID caseId, LocalDate day, @Nullable String by) {
        return running(volunteerId).stream().filter(support -> support.caseId().equals(caseId)).findFirst().map(support -> {
            var visit = visits.on(support.id(), day);
            if (visits.find(visit).orElseThrow().answer() == null) {
                var met = new Said(Answer.DONE, null, null, null, null);
                if (by == null) {
                    visits.said(visit, met, Outside.NOTHING);
                } else {
                    visits.heard(caseId, day, met, Outside.NOTHING, by);
                }
            }
            return new Door("visit-log", caseId, visit, "", false);
        });
    }

    /**
     * Back before the day: what was paused for that rest goes on. A pause for another reason, or longer, stays. One that has been asked
     * for a moment ago, so that nobody waits for its end yet, ends tonight.
     */
    @EventListener
    void returned(VolunteerReturned returned) {
        running(returned.volunteerId()).forEach(support -> pauses.running(support.caseId())
                .filter(pause -> pause.askedBy().equals("VOLUNTEER") && pause.reason().equals("OTHER") && !pause.pausedUntil().isAfter(returned.restedUntil()))
                .filter(pause -> pauses.end(support.caseId()) == Pauses.Result.NOT_NOW)
                .ifPresent(pause -> pauses.pause(support.caseId(), Concern.By.VOLUNTEER, Pauses.Reason.OTHER, visits.today(), null)));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean hurt(UUID volunteerId) {
        return jdbc.sql("select count(*) from apusilta.closing where volunteer_id = ? and reason in ('CLIENT_DIED', 'BREACH')").param(volunteerId).query(Integer.class).single() > 0
                || running(volunteerId).stream().anyMatch(support -> requests.died(support.caseId()));
    }

    private String text(String key, Locale language) {
        return texts.getMessage(key, null, key, language);
    }
}
