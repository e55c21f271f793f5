package org.apusilta.volunteer.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.catalogue.Catalogue;
import org.apusilta.messaging.Messages;
import org.apusilta.volunteer.Application;
import org.apusilta.volunteer.Application.Outcome;
import org.apusilta.volunteer.ApplicationClosed;
import org.apusilta.volunteer.CareKind;
import org.apusilta.volunteer.CareLog;
import org.apusilta.volunteer.VolunteerChanged;
import org.apusilta.volunteer.VolunteerGone;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What happens on the way of an application, step by step as it is drawn. Public for {@code volunteer.process} and {@code volunteer.web} only. */
@Service
@Transactional
public class Onboarding {

    private final ApplicationRows rows;
    private final ApplicationLetters letters;
    private final Talks talks;
    private final Invitation invitation;
    private final RegisterEntry register;
    private final CareLog care;
    private final Catalogue catalogue;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Onboarding(ApplicationRows rows, ApplicationLetters letters, Talks talks, Invitation invitation, RegisterEntry register, CareLog care, Catalogue catalogue,
            ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.letters = letters;
        this.talks = talks;
        this.invitation = invitation;
        this.register = register;
        this.care = care;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    /** @return the application with this id */
    @Transactional(readOnly = true)
    public Application of(UUID id) {
        return rows.find(id).orElseThrow();
    }

    /** Says that we have it. */
    public void acknowledge(UUID id) {
        letters.received(of(id));
    }

    /** Asks the guardian, with a link. @param reminder whether it was asked before */
    public void askGuardian(UUID id, Instant answerBy, boolean reminder) {
        letters.guardian(of(id), answerBy, clock.instant(), reminder);
    }

    /** @param by account that heard it on the phone, null by link @return whether it was the first answer */
    public boolean guardianAnswered(UUID id, boolean yes, @Nullable String by) {
        return rows.guardianAnswered(id, yes, by);
    }

    /** Offers the free times of this part of the city, with a link. @return false when there is none: a person must book */
    public boolean offerTimes(UUID id, Instant answerBy) {
        var one = of(id);
        talks.letGo(id);
        letters.revoke(one, ApplicationLetters.TALK);
        if (talks.free(one.major()).isEmpty()) {
            return false;
        }
        letters.times(one, answerBy, clock.instant(), false);
        return true;
    }

    /** Reminds who has not chosen a time. */
    public void remindBooking(UUID id, Instant answerBy) {
        letters.times(of(id), answerBy, clock.instant(), true);
    }

    /** @param byPhone whether a coordinator books @return false when somebody else has this time, or it is past */
    public boolean book(UUID id, UUID slot, boolean byPhone) {
        return talks.book(id, slot, byPhone);
    }

    /** None of the times suits: the one booked is free again. */
    public void noTimeSuits(UUID id) {
        talks.letGo(id);
    }

    /** Sends the calendar entry of the time booked. @return the day of the talk */
    public LocalDate invite(UUID id) {
        var one = of(id);
        var talk = talks.booked(id).orElseThrow();
        letters.revoke(one, ApplicationLetters.TALK);
        letters.invitation(one, talk, clock.instant(), invitation.to(one, talk));
        return talk.startsAt().atZone(ApplicationRows.HELSINKI).toLocalDate();
    }

    /** The day before; on the heels of the invitation nobody needs reminding. */
    public void remindInterview(UUID id) {
        talks.booked(id).filter(talk -> talk.bookedAt() == null || talk.bookedAt().isBefore(clock.instant().minus(Duration.ofHours(12))))
                .ifPresent(talk -> letters.reminder(of(id), talk, clock.instant()));
    }

    /** The talk is over, or nobody came. */
    public void talked(UUID id) {
        talks.held(id);
        letters.revoke(of(id), ApplicationLetters.TALK);
    }

    /** Keeps who decided and why; for a no both are needed. */
    public void decided(UUID id, @Nullable String by, @Nullable String reason) {
        rows.decided(id, by, reason);
    }

    /** Puts somebody who suits into the register, where checks, training and agreement are kept. Nobody is offered anything yet. */
    public void register(UUID id) {
        var one = of(id);
        register.applicant(one, catalogue.district(one.district()).orElseThrow(), today());
        care.note(id, CareKind.GUIDANCE, today(), one.decidedBy() == null ? "APUSILTA" : one.decidedBy());
    }

    /** A volunteer from now on, and somebody who can be asked. */
    public void activate(UUID id) {
        register.active(id, today());
        if (rows.close(id, Outcome.ACTIVE)) {
            letters.revoke(of(id), ApplicationLetters.OWN);
            letters.welcome(of(id));
            events.publishEvent(new VolunteerChanged(id));
        }
    }

    /** Tells that it is not now, or no, and where else their help is wanted. */
    public void tellOutcome(UUID id, boolean declined) {
        var one = of(id);
        if (close(one, declined ? Outcome.DECLINED : Outcome.NOT_NOW)) {
            if (declined) {
                letters.declined(one);
            } else {
                letters.notNow(one);
            }
        }
    }

    /** A group's contact has agreed with us. */
    public void groupAgreed(UUID id) {
        if (rows.close(id, Outcome.GROUP)) {
            letters.revoke(of(id), ApplicationLetters.OWN);
            letters.group(of(id));
        }
    }

    /** The applicant has changed their mind: nothing of ours stays with them. */
    public void closeWithdrawn(UUID id) {
        var one = of(id);
        var calendar = talks.booked(id).map(talk -> invitation.cancelling(one, talk)).orElse(null);
        if (close(one, Outcome.WITHDRAWN)) {
            letters.withdrawn(one, calendar);
        }
    }

    private boolean close(Application one, Outcome outcome) {
        if (!rows.close(one.id(), outcome)) {
            return false;
        }
        talks.letGo(one.id());
        letters.revoke(one, ApplicationLetters.OWN, ApplicationLetters.GUARDIAN, ApplicationLetters.TALK, Trainings.PURPOSE, TrainingSessions.PURPOSE, Checks.PURPOSE,
                CityAgreements.PURPOSE);
        if (register.never(one.id(), today())) {
            events.publishEvent(new VolunteerGone(one.id(), one.decidedBy() == null ? "VOLUNTEER" : one.decidedBy()));   // seats and the like are let go by whoever gave them
        }
        events.publishEvent(new ApplicationClosed(one.id(), outcome));
        return true;
    }

    /** @return the time this applicant has to come */
    @Transactional(readOnly = true)
    public Optional<Talks.Slot> talk(UUID id) {
        return talks.booked(id);
    }

    /** @return the calendar entry of a time that is taken, for who talks; empty when it is free or of another part of the city */
    @Transactional(readOnly = true)
    public Optional<Messages.Attachment> calendar(UUID slot, Collection<String> majors, Locale reader) {
        return talks.taken(slot, majors).map(talk -> invitation.forHolder(of(Objects.requireNonNull(talk.applicationId())), talk, reader));
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(ApplicationRows.HELSINKI));
    }
}
