package org.apusilta.relationship.internal;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.matching.Matching;
import org.apusilta.messaging.Messages;
import org.apusilta.request.AskedBy;
import org.apusilta.request.CaseReleased;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.HelpRequests.DeathToldBy;
import org.apusilta.request.Outcome;
import org.apusilta.volunteer.CareKind;
import org.apusilta.volunteer.CareLog;
import org.apusilta.volunteer.VolunteerGone;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How supports end, one verb a step of {@code closing}. What was open to the volunteer closes with the first of them. */
@Service
@Transactional
public class Closings {

    /** What the volunteer would like after a support. */
    public enum Wish { REMATCH, GROUP, PAUSE, TALK, NOTHING }

    /** @param volunteerId null when no volunteer knew of the client */
    public record Closing(UUID caseId, @Nullable UUID volunteerId, String reason, @Nullable Wish wish, @Nullable LocalDate wishUntil) {}

    /** Who must hear of a death from a person. */
    public record ToTell(boolean volunteer, boolean others) {}

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    /** What a machine could still open or ask about this support. */
    private static final String[] LINKS = {"visit", "visit-log", "check-in-client", "check-in-volunteer", "view-client", "view-volunteer",
            "agreement-client", "agreement-volunteer", "meeting-client", "meeting-volunteer"};

    private final SupportRows supports;
    private final RunningSupports running;
    private final HelpRequests requests;
    private final Matching matching;
    private final Volunteers volunteers;
    private final SupportLetters letters;
    private final LeadLetter lead;
    private final Messages messages;
    private final SupportSignals process;
    private final CareLog care;
    private final JdbcClient jdbc;
    private final Clock clock;

    Closings(SupportRows supports, RunningSupports running, HelpRequests requests, Matching matching, Volunteers volunteers, SupportLetters letters,
            LeadLetter lead, Messages messages, SupportSignals process, CareLog care, JdbcClient jdbc, Clock clock) {
        this.supports = supports;
        this.running = running;
        this.requests = requests;
        this.matching = matching;
        this.volunteers = volunteers;
        this.letters = letters;
        this.lead = lead;
        this.messages = messages;
        this.process = process;
        this.care = care;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The support ends now, and all access with it. Says nothing to anybody. After a breach the volunteer rests meanwhile. */
    public void end(UUID caseId, EndReason reason, @Nullable String by, LocalDate restUntil) {
        var volunteer = supports.findByCaseId(caseId).orElseThrow().volunteerId();
        keep(caseId, volunteer, reason, by);
        running.end(caseId, reason, by);
        messages.revokeLinks(caseId, LINKS);
        if (reason == EndReason.BREACH) {
            volunteers.coolOff(volunteer, restUntil, by == null ? "-" : by);
        }
    }

    /** A gentle goodbye to both, when it faded out. */
    public void goodbye(UUID caseId) {
        letters.goodbye(supports.findByCaseId(caseId).orElseThrow());
    }

    /** The lead hears that a support ended with a breach. */
    public void informLead(UUID caseId) {
        lead.breach(caseId);
    }

    /**
     * The client has died: everything ends and closes, in silence; the volunteer who knew them rests until a day.
     *
     * @return who must hear of it from a person
     */
    public ToTell died(UUID caseId, LocalDate restUntil) {
        var support = supports.findByCaseId(caseId).orElse(null);
        var volunteer = support == null ? matching.agreedByBoth(caseId).orElse(null) : support.volunteerId();
        keep(caseId, volunteer, EndReason.CLIENT_DIED, null);
        running.end(caseId, EndReason.CLIENT_DIED, null);
        messages.revokeLinks(caseId, LINKS);
        messages.revokeLinks(caseId, "tell-us-client", "what-next", "status");
        if (volunteer != null) {
            volunteers.coolOff(volunteer, restUntil, "-");
        }
        var self = requests.requester(caseId).role() == AskedBy.SELF;
        var knows = requests.deathToldBy(caseId).filter(DeathToldBy.REQUESTER::equals).isPresent();
        return new ToTell(volunteer != null, !self && !knows);
    }

    /** After talking with the volunteer: until when they are not to be proposed. */
    public void rest(UUID caseId, LocalDate until, String by) {
        find(caseId).map(Closing::volunteerId).ifPresent(volunteer -> volunteers.coolOff(volunteer, until, by));
    }

    /** Somebody has talked with the volunteer after something hard: guidance in the timeline of their care. */
    public void talkedOver(UUID caseId, String by) {
        find(caseId).map(Closing::volunteerId).ifPresent(volunteer -> care.note(volunteer, CareKind.GUIDANCE, LocalDate.now(clock.withZone(HELSINKI)), by));
    }

    /** @return how it was closed, when it was */
    @Transactional(readOnly = true)
    public Optional<Closing> find(UUID caseId) {
        return jdbc.sql("SELECT case_id, volunteer_id, reason, wish, wish_until FROM apusilta.closing WHERE case_id = ?").param(caseId).query(Closing.class).optional();
    }

    /** @return whether what they would like next still reaches somebody; later there is no task to hear it */
    @Transactional(readOnly = true)
    public boolean awaited(UUID caseId) {
        return process.awaitsWish(caseId);
    }

    /**
     * Keeps what the volunteer would like next, the first time, and lets the process know.
     *
     * @param until with {@code PAUSE}: last day of the break
     * @return whether it was awaited until now
     */
    public boolean wish(UUID caseId, Wish wish, @Nullable LocalDate until) {
        boolean kept = jdbc.sql("UPDATE apusilta.closing SET wish = ?, wish_until = ?, wished_at = ? WHERE case_id = ? AND wish IS NULL AND reason <> 'CLIENT_DIED'")
                .params(wish.name(), until, now(), caseId).update() == 1;
        if (kept) {
            if (wish == Wish.PAUSE && until != null) {
                find(caseId).map(Closing::volunteerId).ifPresent(volunteer -> volunteers.pause(volunteer, until, "VOLUNTEER"));
            }
            process.wishGiven(caseId, wish.name());
        }
        return kept;
    }

    /** However a support ends: what was asked of either side is asked no more. */
    @EventListener
    void released(CaseReleased released) {
        if (released.ended() && supports.findByCaseId(released.caseId()).isPresent()) {
            messages.revokeLinks(released.caseId(), LINKS);
        }
    }

    /** Who has left is not waited for, nor asked what next. A person's call stays: it is care, and its form says that they have left. */
    @EventListener
    void gone(VolunteerGone gone) {
        jdbc.sql("SELECT case_id FROM apusilta.closing WHERE volunteer_id = ? AND reason <> 'CLIENT_DIED'").param(gone.volunteerId())
                .query(UUID.class).list().forEach(caseId -> {
                    messages.revokeLinks(caseId, "what-next");
                    wish(caseId, Wish.NOTHING, null);
                });
    }

    /** A death after an ending of another kind is the ending that counts. */
    private void keep(UUID caseId, @Nullable UUID volunteer, EndReason reason, @Nullable String by) {
        jdbc.sql("""
                INSERT INTO apusilta.closing (case_id, volunteer_id, reason, closed_by, closed_at) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT (case_id) DO UPDATE SET reason = excluded.reason, volunteer_id = coalesce(closing.volunteer_id, excluded.volunteer_id)
                WHERE excluded.reason = 'CLIENT_DIED'""").params(caseId, volunteer, reason.name(), by, now()).update();
    }

    /** @return a day that many days from a moment, in the city */
    public static LocalDate day(java.util.Date moment) {
        return LocalDate.ofInstant(moment.toInstant(), HELSINKI);
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
