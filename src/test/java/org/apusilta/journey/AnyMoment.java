package org.apusilta.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apusilta.matching.Matching;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.partner.HandOffs;
import org.apusilta.request.AskedBy;
import org.apusilta.request.Change;
import org.apusilta.request.HelpRequests.DeathToldBy;
import org.apusilta.request.Outcome;
import org.apusilta.request.RequestChanges;
import org.apusilta.request.RequestStatus;
import org.apusilta.volunteer.Volunteers;

/** What may happen to a case at any moment, and what must be true afterwards wherever it stood. */
class AnyMoment {

    private static final Set<String> WAITING = Set.of("PLANNED", "SENDING", "BY_HAND", "FAILED");

    private final Journey walk;
    private final Volunteers volunteers;
    private final RequestChanges changes;
    private final Messages messages;

    AnyMoment(Journey walk, Volunteers volunteers, RequestChanges changes, Messages messages) {
        this.walk = walk;
        this.volunteers = volunteers;
        this.changes = changes;
        this.messages = messages;
    }

    /** All is let go in silence; who knew the client hears it from a person; nothing goes to the client's side, not even later. */
    void clientDies(UUID id) {
        var knew = walk.supports.of(id).map(s -> s.volunteerId()).or(() -> walk.matching.agreedByBoth(id));
        var askedByOther = walk.requests.requester(id).role() != AskedBy.SELF;
        int before = messages.of(id).size();

        walk.requests.clientDied(id, DeathToldBy.OTHER, "coordinator");
        walk.runJobs(id);
        walk.requests.clientDied(id, DeathToldBy.OTHER, "lead");
        walk.runJobs(id);

        nothingHeld(id);
        nothingToClientsSide(id);
        knew.ifPresent(volunteer -> {
            assertThat(walk.openTasks(id)).as("the volunteer hears it from a person first").containsExactly("callVolunteer");
            assertThat(messages.of(id).subList(before, messages.of(id).size())).as("and from no machine").noneMatch(m -> m.role() == Role.VOLUNTEER);
            assertThat(volunteers.restingUntil(volunteer)).as("and is not asked for a while").isPresent();
            walk.complete(id, "callVolunteer", "volunteerCalled", "TALKED");
        });
        if (askedByOther) {
            assertThat(walk.openTasks(id)).containsExactly("callRequester");
            walk.complete(id, "callRequester", "requesterCalled", "TALKED");
        }
        if (knew.isPresent()) {
            walk.timePassesUntil(id, "debriefDue");
            walk.complete(id, "debriefVolunteer", "debriefOutcome", "WELL");
        }
        assertThat(walk.instances(id)).as("ends").isEmpty();
        assertThat(walk.allJobs(id)).as("timers and jobs").isEmpty();
        nothingToClientsSide(id);
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ENDED);
        assertThatThrownBy(() -> walk.requests.reopen(id, "coordinator")).isInstanceOf(IllegalStateException.class);
    }

    private void nothingToClientsSide(UUID id) {
        assertThat(messages.of(id)).as("no message to the client's side waits any more")
                .noneMatch(m -> WAITING.contains(m.state()) && (m.role() == Role.CLIENT || m.role() == Role.REQUESTER && !walk.requests.requester(id).role().professional()));
    }

    /** The volunteer in hand is let go without fault, who had been told hears it, and the case goes on. */
    void volunteerLeaves(UUID id) {
        var offer = inHand(id);
        var ran = offer.isPresent() && walk.supports.of(id).filter(s -> s.endedAt() == null).isPresent();
        var told = offer.filter(o -> o.state() == Matching.OfferState.ACCEPTED).isPresent();
        if (offer.isEmpty()) {
            return;
        }
        var volunteer = offer.get().volunteerId();
        volunteers.leave(volunteer, "coordinator");
        assertThat(volunteers.leave(volunteer, "lead")).as("twice is once").isFalse();
        walk.runJobs(id);

        letGo(id, volunteer);
        assertThat(sent(id, "offer-withdrawn", Role.VOLUNTEER)).as("who leaves is not told that they are not needed").isZero();
        if (ran) {
            anotherIsLookedFor(id);
        } else {
            assertThat(sent(id, "volunteer-not-coming", Role.CLIENT)).as("a client who had been told of them hears it").isEqualTo(told ? 1 : 0);
            goesOn(id);
        }
    }

    private void anotherIsLookedFor(UUID id) {
        var outcome = walk.requests.facts(id).outcome();
        assertThat(walk.instances(id)).as("this support is over").isEmpty();
        assertThat(walk.supports.of(id).orElseThrow().endedAt()).isNotNull();
        assertThat(outcome).isIn(Outcome.CHANGED, Outcome.ENDED);
        if (outcome == Outcome.ENDED) {
            assertThat(sent(id, "volunteer-left", Role.CLIENT)).as("it was ending anyway").isOne();
            return;
        }
        var next = walk.requests.next(id).orElseThrow();
        assertThat(sent(next, "volunteer-left", Role.CLIENT)).as("the client hears it, and how it goes on").isOne();
        walk.runJobs(next);
        goesOn(next);
    }

    /** Whoever is only asked or not yet serving is let go; a support that runs pauses; nobody proposes them meanwhile. */
    void volunteerPauses(UUID id) {
        var offer = inHand(id);
        if (offer.isEmpty()) {
            return;
        }
        var volunteer = offer.get().volunteerId();
        var serving = walk.supports.of(id).isPresent();
        var until = LocalDate.ofInstant(org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime().toInstant(), java.time.ZoneId.of("Europe/Helsinki")).plusDays(40);
        var could = walk.runtime.createExecutionQuery().processInstanceBusinessKey(id.toString()).messageEventSubscriptionName("SupportPaused").count() > 0;
        volunteers.pause(volunteer, until, "coordinator");
        walk.runJobs(id);

        assertThat(volunteers.restingUntil(volunteer)).contains(until);
        assertThat(volunteers.reserve(volunteer)).as("not booked while resting").isFalse();
        if (serving && walk.supports.of(id).orElseThrow().endedAt() != null) {
            return;   // a step that was under way has ended it as agreed
        }
        if (serving) {
            assertThat(inHand(id)).as("a support that runs is not taken away").isPresent();
            if (could) {
                assertThat(sent(id, "support-paused", Role.CLIENT)).as("the client hears it").isPositive();
                assertThat(messages.of(id)).as("and is offered somebody else, for it is long").anyMatch(m -> m.template().equals("support-paused")
                        && m.role() == Role.CLIENT && m.body().contains("toisen vapaaehtoisen"));
                assertThat(walk.runtime.createProcessInstanceQuery().processInstanceBusinessKey(id.toString()).processDefinitionKey("pause-support").count()).isOne();
            }
        } else {
            letGo(id, volunteer);
            assertThat(sent(id, "offer-withdrawn", Role.VOLUNTEER)).as("kindly").isOne();
        }
        goesOn(id);
    }

    /** What was arranged on the old wishes is let go, and a person screens it anew; what was before is kept. */
    void requestChanges(UUID id) {
        var status = walk.requests.status(id);
        var change = new Change(null, List.of("SAT_AM", "SUN_AM"), null, 3.5, null, null, "Viikonloppu sopisi paremmin.");
        var became = changes.record(id, change, true, "coordinator");
        assertThat(changes.record(id, change, true, "lead")).as("again, and at once").isEqualTo(became);
        walk.runJobs(id);

        if (became == Change.Result.CLOSED) {
            assertThat(changes.of(id)).as("after the end nothing changes").isEmpty();
            return;
        }
        assertThat(walk.requests.facts(id).hoursPerWeek()).isEqualTo(3.5);
        assertThat(changes.of(id).stream().filter(one -> "coordinator".equals(one.account())).findFirst().orElseThrow().was()).as("what was before")
                .containsEntry("hoursPerWeek", "2.0");
        goesOn(id);
        if (status == RequestStatus.ACTIVE) {
            assertThat(became).isEqualTo(Change.Result.KEPT);
            return;
        }
        assertThat(inHand(id)).as("let go").isEmpty();
        if (!walk.openTasks(id).contains("resolveIncident") && walk.allJobs(id).stream().noneMatch(job -> job.getRetries() == 0)) {
            assertThat(walk.openTasks(id)).as("a person looks at it anew").contains("screenRequest");
        }
    }

    private Optional<Matching.Offer> inHand(UUID id) {
        return walk.matching.offers(id).stream().filter(o -> o.state() == Matching.OfferState.OPEN || o.state() == Matching.OfferState.ACCEPTED).findFirst();
    }

    private void letGo(UUID id, UUID volunteer) {
        assertThat(inHand(id).filter(o -> o.volunteerId().equals(volunteer))).as("let go").isEmpty();
        assertThat(walk.matching.candidates(id, 100, Locale.ENGLISH)).as("not proposed").noneMatch(c -> c.volunteerId().equals(volunteer));
        assertThat(walk.agreements.of(id)).as("no agreement with them is left").allMatch(v -> v.endedAt() != null);
    }

    private void nothingHeld(UUID id) {
        assertThat(inHand(id)).as("offers and reservations").isEmpty();
        assertThat(walk.handOffs.of(id)).as("hand-offs").noneMatch(one -> one.state() == HandOffs.State.ASKED || one.state() == HandOffs.State.PREPARING);
        assertThat(walk.matching.agreedByBoth(id)).as("nobody may open the client's details any more").isEmpty();
        assertThat(walk.openLinks(id)).as("links").isZero();
        assertThat(walk.agreements.of(id)).as("agreements").allMatch(v -> v.endedAt() != null);
        walk.supports.of(id).ifPresent(s -> assertThat(s.endedAt()).as("support").isNotNull());
    }

    /** A person has it, or a day is set on which something happens. */
    private void goesOn(UUID id) {
        assertThat(walk.openTasks(id).isEmpty() && walk.allJobs(id).isEmpty()).as("nobody waits in silence: a task or a day").isFalse();
    }

    private long sent(UUID id, String template, Role role) {
        return messages.of(id).stream().filter(m -> m.template().equals(template) && m.role() == role && !m.state().equals("REVOKED")).count();
    }

    static Map<String, Object> closing(String reason) {
        return Map.of("closingReason", reason);
    }
}
