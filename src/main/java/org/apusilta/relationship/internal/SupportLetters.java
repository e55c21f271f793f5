package org.apusilta.relationship.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.apusilta.engine.Words;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.TellBack;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those who know of a support are told, each in their own language. No mail names the client to the volunteer: that stands behind the link. */
@Component
class SupportLetters {

    /** Longer than any period waits for answers; a link of an earlier period says by itself that it is over. */
    private static final Duration CHECK_IN_OPEN = Duration.ofDays(60);

    /** As long as somebody may take to think about what next. */
    private static final Duration WISH_OPEN = Duration.ofDays(60);

    /** As long as a support can well last: it is the way to reach us. */
    private static final Duration TELL_US_OPEN = Duration.ofDays(3650);

    private final Messages messages;
    private final HelpRequests requests;
    private final Volunteers volunteers;
    private final Words words;

    SupportLetters(Messages messages, HelpRequests requests, Volunteers volunteers, Words words) {
        this.messages = messages;
        this.requests = requests;
        this.volunteers = volunteers;
        this.words = words;
    }

    /** With the link by which each side can tell us something at any time. */
    void started(RunningSupport support) {
        var reference = Map.of("reference", requests.facts(support.caseId()).reference());
        var side = with(reference, "side", "true");
        send(support, client(support), "support-started", with(side, "other", volunteer(support).name()), new LinkFor("tell-us-client", support.id(), TELL_US_OPEN));
        send(support, volunteer(support), "support-started", with(side, "volunteer", "true"), new LinkFor("tell-us-volunteer", support.id(), TELL_US_OPEN));
        toRequester(support, "support-started", with(reference, "requester", "true"));
    }

    /** No thanks here: we do not know why it ends. */
    void ended(RunningSupport support) {
        var reference = Map.of("reference", requests.facts(support.caseId()).reference());
        send(support, client(support), "support-ended", with(reference, "other", volunteer(support).name()), null);
        send(support, volunteer(support), "support-ended", reference, null);
        toRequester(support, "support-ended", reference);
    }

    /** Three questions to each side that has not answered yet, as after a pause, each with a link of its own. */
    void askHowItGoes(RunningSupport support, FollowUpPeriod period, Set<Side> answered, LocalDate answerBy) {
        var day = Map.of("answerBy", answerBy.toString());
        if (!answered.contains(Side.CLIENT)) {
            send(support, client(support), "check-in-client", with(day, "volunteer", volunteer(support).name()),
                    new LinkFor("check-in-client", period.id(), CHECK_IN_OPEN));
        }
        if (!answered.contains(Side.VOLUNTEER)) {
            send(support, volunteer(support), "check-in-volunteer", day,
                    new LinkFor("check-in-volunteer", period.id(), CHECK_IN_OPEN));
        }
    }

    /** How did the visit go? By link, with one click. */
    void askAboutVisit(RunningSupport support, UUID visitId, LocalDate day) {
        send(support, volunteer(support), "visit-asked", Map.of("date", day.toString()),
                new LinkFor("visit-log", visitId, CHECK_IN_OPEN));
    }

    /** To both: nobody is asked anything until that day. @param isLong whether the client is offered somebody else meanwhile */
    void paused(RunningSupport support, LocalDate until, boolean isLong) {
        var day = Map.of("until", until.toString());
        both(support, "support-paused", isLong ? with(day, "long", "true") : day, day);
    }

    void resumed(RunningSupport support) {
        both(support, "support-resumed", Map.of(), Map.of());
    }

    /** Both have been heard, and it goes on. */
    void goesOn(RunningSupport support) {
        both(support, "support-goes-on", Map.of(), Map.of());
    }

    /** How does this side see it? */
    void askForView(RunningSupport support, UUID periodId, Side side, LocalDate answerBy) {
        var to = side == Side.CLIENT ? client(support) : volunteer(support);
        send(support, to, "view-asked", Map.of("answerBy", answerBy.toString()), new LinkFor("view-" + side.name().toLowerCase(Locale.ROOT), periodId, CHECK_IN_OPEN));
    }

    private void both(RunningSupport support, String template, Map<String, String> toClient, Map<String, String> facts) {
        send(support, client(support), template, toClient, new LinkFor("tell-us-client", support.id(), TELL_US_OPEN));
        send(support, volunteer(support), template, facts, new LinkFor("tell-us-volunteer", support.id(), TELL_US_OPEN));
    }

    /** Thanks, with the coordinator's own words when there are any (R24); whoever asked for the client hears that it has ended. */
    void thanks(RunningSupport support) {
        var own = words.latest(support.caseId(), "closeRelationship", "thanks").map(said -> Map.of("thanks", said)).orElse(Map.of());
        send(support, client(support), "thanks-client", with(own, "volunteer", volunteer(support).name()), null);
        var leaves = volunteers.hasLeft(support.volunteerId());
        send(support, volunteer(support), "thanks-volunteer", with(own, "reference", requests.facts(support.caseId()).reference()),
                leaves ? null : new LinkFor("what-next", support.caseId(), WISH_OPEN));
        toRequester(support, "support-ended", Map.of("reference", requests.facts(support.caseId()).reference()));
    }

    /** A gentle goodbye when it faded out by itself: no questions, no reproach, and the door stays open. */
    void goodbye(RunningSupport support) {
        var reference = Map.of("reference", requests.facts(support.caseId()).reference());
        send(support, client(support), "support-faded", with(reference, "other", volunteer(support).name()), null);
        send(support, volunteer(support), "support-faded", reference, null);
        toRequester(support, "support-faded", reference);
    }

    /** To the client's side: the volunteer had to stop. @param next the request that goes on, with its status page; null when it was ending anyway */
    void volunteerLeft(RunningSupport support, @Nullable UUID next) {
        var facts = new HashMap<>(Map.of("reference", requests.facts(next == null ? support.caseId() : next).reference()));
        if (next != null) {
            facts.put("again", "true");
        }
        var about = next == null ? support.caseId() : next;
        var link = next == null ? null : new LinkFor("status", next, CHECK_IN_OPEN);
        messages.send(new Messages.Draft(about, client(support), "volunteer-left", with(facts, "volunteer", volunteer(support).name()), link));
        requester(support).ifPresent(requester -> messages.send(new Messages.Draft(about, requester, "volunteer-left", facts, link)));
    }

    /** To whoever asked for the client, who need not know the volunteer's name; to nobody when the client agreed that nothing is told. */
    private void toRequester(RunningSupport support, String template, Map<String, String> facts) {
        requester(support).ifPresent(requester -> send(support, requester, template, facts, null));
    }

    private Optional<Recipient> requester(RunningSupport support) {
        var requester = requests.requester(support.caseId());
        return requester.role() == AskedBy.SELF || !requests.mayTell(support.caseId()).includes(TellBack.OUTCOME) ? Optional.empty()
                : Optional.of(new Recipient(Role.REQUESTER, requester.name(), requester.email(), requester.phone(), requester.language()));
    }

    private Recipient client(RunningSupport support) {
        var client = requests.client(support.caseId());
        return new Recipient(Role.CLIENT, client.name(), client.email(), client.phone(), client.language());
    }

    private Recipient volunteer(RunningSupport support) {
        var volunteer = volunteers.contact(support.volunteerId()).orElseThrow();
        return new Recipient(Role.VOLUNTEER, volunteer.name(), volunteer.email(), volunteer.phone(), volunteer.language());
    }

    private void send(RunningSupport support, Recipient to, String template, Map<String, String> facts, @Nullable LinkFor link) {
        messages.send(new Messages.Draft(support.caseId(), to, template, facts, link));
    }

    private static Map<String, String> with(Map<String, String> facts, String name, String value) {
        var all = new HashMap<>(facts);
        all.put(name, value);
        return all;
    }
}
