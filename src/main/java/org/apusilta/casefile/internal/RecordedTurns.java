package org.apusilta.casefile.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.casefile.CaseTurns;
import org.apusilta.matching.Matching;
import org.apusilta.relationship.Supports;
import org.apusilta.request.Change;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.HelpRequests.DeathToldBy;
import org.apusilta.request.RequestChanges;
import org.apusilta.security.Access;
import org.apusilta.volunteer.Volunteers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Records what happened, with the coordinator's words, and hands it to whom it concerns. */
@Service
@Transactional
class RecordedTurns implements CaseTurns {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");

    private final CaseDoor door;
    private final HelpRequests requests;
    private final RequestChanges changes;
    private final Matching matching;
    private final Supports supports;
    private final AskedTasks asked;
    private final Volunteers volunteers;
    private final CaseNotes notes;
    private final Access access;
    private final Clock clock;

    RecordedTurns(CaseDoor door, HelpRequests requests, RequestChanges changes, Matching matching, Supports supports, AskedTasks asked,
            Volunteers volunteers, CaseNotes notes, Access access, Clock clock) {
        this.door = door;
        this.requests = requests;
        this.changes = changes;
        this.matching = matching;
        this.supports = supports;
        this.asked = asked;
        this.volunteers = volunteers;
        this.notes = notes;
        this.access = access;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<InHand> volunteer(UUID caseId) {
        door.open(caseId);
        return inHand(caseId);
    }

    private Optional<InHand> inHand(UUID caseId) {
        return matching.offers(caseId).stream().filter(offer -> offer.state() == Matching.OfferState.OPEN || offer.state() == Matching.OfferState.ACCEPTED).findFirst()
                .map(offer -> new InHand(offer.volunteerId(), offer.volunteerName(), volunteers.restingUntil(offer.volunteerId())));
    }

    @Override
    @Transactional(readOnly = true)
    public boolean died(UUID caseId) {
        door.open(caseId);
        return requests.died(caseId);
    }

    @Override
    public void clientDied(UUID caseId, DeathToldBy toldBy, String words) {
        door.open(caseId);
        var why = Texts.optional(words);
        if (!requests.died(caseId)) {
            notes.add(caseId, CaseNotes.About.DEATH, why.isEmpty() ? "–" : why, access.username());
            requests.clientDied(caseId, toldBy, access.username());
        }
    }

    @Override
    @Transactional(readOnly = true)
    public boolean volunteerKnows(UUID caseId) {
        door.open(caseId);
        return supports.of(caseId).isPresent() || matching.agreedByBoth(caseId).isPresent();
    }

    @Override
    @Transactional(readOnly = true)
    public int byHand(UUID caseId) {
        return asked.byHand(caseId);
    }

    @Override
    public boolean volunteerLeaves(UUID caseId, String words) {
        door.open(caseId);
        var why = Texts.optional(words);
        var volunteer = inHand(caseId);
        volunteer.ifPresent(one -> {
            notes.add(caseId, CaseNotes.About.VOLUNTEER, why.isEmpty() ? one.name() : one.name() + ": " + why, access.username());
            volunteers.leave(one.id(), access.username());
        });
        return volunteer.isPresent();
    }

    @Override
    public boolean volunteerRests(UUID caseId, LocalDate until, String words) {
        door.open(caseId);
        var today = LocalDate.now(clock.withZone(HELSINKI));
        if (until.isBefore(today) || until.isAfter(today.plusYears(1))) {
            throw new IllegalArgumentException("today to a year from now");
        }
        var why = Texts.optional(words);
        var volunteer = inHand(caseId);
        volunteer.ifPresent(one -> {
            notes.add(caseId, CaseNotes.About.VOLUNTEER, one.name() + " – " + until.getDayOfMonth() + "." + until.getMonthValue() + "." + until.getYear()
                    + (why.isEmpty() ? "" : ": " + why), access.username());
            volunteers.pause(one.id(), until, access.username());
        });
        return volunteer.isPresent();
    }

    /** The right to it is looked at first and by itself: the request is then read when nobody else is at it. */
    @Override
    @Transactional(propagation = Propagation.SUPPORTS)
    public Change.Result change(UUID caseId, Change change, boolean screenAnew) {
        door.open(caseId);
        return changes.record(caseId, change, screenAnew, access.username());
    }
}
