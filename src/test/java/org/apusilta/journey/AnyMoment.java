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

    /** Tasks whose form says whom to call. */
    private static final Set<String> WHO_IS_CALLED = Set.of("helpOnward", "tellBreach", "callVolunteer", "debriefVolunteer");

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
        var offer = inHand(id).orElseThrow();
        var ran = walk.supports.of(id).filter(s -> s.endedAt() == null).isPresent();
        var told = offer.state() == Matching.OfferState.ACCEPTED;
        var volunteer = offer.volunteerId();
        volunteers.leave(volunteer, "coordinator");
        assertThat(volunteers.leave(volunteer, "lead")).as("twice is once").isFalse();
        walk.runJobs(id);

        letGo(id, volunteer);
        askedNoMore(id);
        assertThat(sent(id, "offer-withdrawn", Role.VOLUNTEER)).as("who leaves is not told that they are not needed").isZero();
        if (ran) {
            anotherIsLookedFor(id);
        } else {
            assertThat(sent(id, "volunteer-not-coming", Role.CLIENT)).as("a client who had been told of them hears it").isEqualTo(told ? 1 : 0);
            goesOn(id);
        }
    }

    /** @return whether this case has a volunteer whom a leaving or a rest must be told of */
    boolean hasVolunteer(UUID id) {
        return inHand(id).isPresent();
    }

    /** Where nobody is asked, booked or serving: those who might be proposed next rest or leave. The case stays as it is and never meets them. */
    void strangersRestAndLeave(UUID id) {
        var next = walk.matching.candidates(id, 2, Locale.ENGLISH).stream().map(Matching.Candidate::volunteerId).toList();
        assertThat(next).as("who might be proposed next").hasSize(2);
        var before = standing(id);
        volunteers.pause(next.get(0), today().plusDays(40), "coordinator");
        volunteers.leave(next.get(1), "coordinator");
        assertThat(standing(id)).as("nothing changes for a case they were no part of").isEqualTo(before);

        walk.runJobs(id);
        assertThat(inHand(id).map(Matching.Offer::volunteerId).filter(next::contains)).as("not asked either, though chosen before").isEmpty();
        assertThat(walk.matching.candidates(id, 100, Locale.ENGLISH)).as("not proposed").noneMatch(c -> next.contains(c.volunteerId()));
        assertThat(messages.of(id)).as("nobody is told of people they never heard of").noneMatch(m -> m.template().equals("volunteer-not-coming") || m.template().equals("offer-withdrawn"));
        goesOn(id);
    }

    /**
     * The support is over and people are being told of it. A rest changes nothing. Leaving ends the machine's own question what next;
     * whom a person was to call is called all the same, for the call is care and no service, and its form says that they have left.
     */
    void volunteerRestsAndLeavesWhileItCloses(UUID id) {
        var volunteer = walk.database.sql("select volunteer_id from apusilta.closing where case_id = ?").param(id).query(UUID.class).optional().orElse(null);
        if (volunteer == null) {
            strangersRestAndLeave(id);
            new AnyCase(walk).finish(id, 1);
            return;
        }
        var before = standing(id);
        var until = today().plusDays(80);
        volunteers.pause(volunteer, until, "coordinator");
        walk.runJobs(id);
        assertThat(standing(id)).as("a rest is known in the register, and nothing else changes").isEqualTo(before);
        assertThat(volunteers.restingUntil(volunteer)).contains(until);
        formsSay(id, "Vapaaehtoinen pitää taukoa");

        volunteers.leave(volunteer, "coordinator");
        assertThat(volunteers.leave(volunteer, "lead")).as("twice is once").isFalse();
        walk.runJobs(id);
        askedNoMore(id);
        if (before.waits().contains("WishGiven")) {
            assertThat(walk.instances(id)).as("who leaves is not asked what next").isEmpty();
            assertThat(walk.allJobs(id)).isEmpty();
        } else {
            assertThat(standing(id)).as("a person's call stays").isEqualTo(before);
            formsSay(id, "Vapaaehtoinen on lopettanut");
            new AnyCase(walk).finish(id, 1);
        }
        assertThat(volunteers.hasLeft(volunteer)).as("whatever the calls led to").isTrue();
        assertThat(walk.requests.status(id)).isEqualTo(RequestStatus.ENDED);
        askedNoMore(id);
    }

    /** What a turn that does not concern a case must leave as it is. */
    private record Standing(List<String> tasks, Set<String> jobs, List<String> waits, RequestStatus status, int messages, int links) {}

    private Standing standing(UUID id) {
        var waits = walk.instances(id).stream().flatMap(one -> walk.runtime.createEventSubscriptionQuery().processInstanceId(one).list().stream()).map(one -> one.getEventName()).sorted().toList();
        var jobs = walk.allJobs(id).stream().map(one -> one.getId() + one.getDuedate()).collect(java.util.stream.Collectors.toSet());
        return new Standing(walk.openTasks(id).stream().sorted().toList(), jobs, waits, walk.requests.status(id), messages.of(id).size(), walk.openLinks(id));
    }

    private void formsSay(UUID id, String words) {
        walk.tasks.createTaskQuery().processInstanceBusinessKey(id.toString()).initializeFormKeys().list().stream().filter(task -> WHO_IS_CALLED.contains(task.getTaskDefinitionKey()))
                .forEach(task -> assertThat(walk.forms.text(task, id, Locale.forLanguageTag("fi"))).as(task.getTaskDefinitionKey()).contains(words));
    }

    /** Nothing that asks something of the volunteer waits to be sent any more, and no page answers for them. */
    private void askedNoMore(UUID id) {
        assertThat(walk.database.sql("""
                select count(*) from apusilta.message m join apusilta.link l on l.id = m.link_id
                where m.case_id = ? and m.role = 'VOLUNTEER' and m.state <> 'REVOKED' and l.used_at is null and l.revoked_at is null
                  and l.purpose in ('offer', 'visit-log', 'check-in-volunteer', 'view-volunteer', 'agreement-volunteer', 'meeting-volunteer', 'what-next')""")
                .param(id).query(Integer.class).single()).as("questions to a volunteer who has left").isZero();
    }

    private static LocalDate today() {
        return LocalDate.ofInstant(org.camunda.bpm.engine.impl.util.ClockUtil.getCurrentTime().toInstant(), java.time.ZoneId.of("Europe/Helsinki"));
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
        var volunteer = inHand(id).orElseThrow().volunteerId();
        var serving = walk.supports.of(id).isPresent();
        var until = today().plusDays(40);
        var could = walk.runtime.createExecutionQuery().processInstanceBusinessKey(id.toString()).messageEventSubscriptionName("SupportPaused").count() > 0;
        volunteers.pause(volunteer, until, "coordinator");
        walk.runJobs(id);

        assertThat(volunteers.restingUntil(volunteer)).contains(until);
        assertThat(volunteers.reserve(volunteer, java.util.List.of())).as("not booked while resting").isFalse();
        if (serving && walk.supports.of(id).orElseThrow().endedAt() != null) {
            assertThat(walk.requests.facts(id).outcome()).as("a step that was under way has ended it as agreed").isEqualTo(Outcome.ENDED);
            return;
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
        var byHand = walk.adHocs(id);
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
        assertThat(walk.openTasks(id)).as("a person looks at it anew, and is not told twice").contains("screenRequest").doesNotContain("resolveIncident");
        assertThat(walk.adHocs(id)).as("no task by hand for what the case does itself").isEqualTo(byHand);
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
