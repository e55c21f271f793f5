package org.apusilta.relationship.internal;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.apusilta.engine.Words;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What those who know of a support are told, each in their own language. */
@Component
class SupportLetters {

    /** Longer than any period waits for answers; a link of an earlier period says by itself that it is over. */
    private static final Duration CHECK_IN_OPEN = Duration.ofDays(60);

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

    void started(RunningSupport support) {
        toAll(support, "support-started");
    }

    /** No thanks here: we do not know why it ends. */
    void ended(RunningSupport support) {
        toAll(support, "support-ended");
    }

    /** Three questions to each side, each with a link of its own. */
    void askHowItGoes(RunningSupport support, FollowUpPeriod period, LocalDate answerBy) {
        var day = Map.of("answerBy", answerBy.toString());
        send(support, client(support), "check-in-client", with(day, "volunteer", volunteer(support).name()),
                new LinkFor("check-in-client", period.id(), CHECK_IN_OPEN));
        send(support, volunteer(support), "check-in-volunteer", with(day, "client", client(support).name()),
                new LinkFor("check-in-volunteer", period.id(), CHECK_IN_OPEN));
    }

    /** Thanks, with the coordinator's own words when there are any (R24). */
    void thanks(RunningSupport support) {
        var own = words.latest(support.caseId(), "closeRelationship", "thanks").map(said -> Map.of("thanks", said)).orElse(Map.of());
        send(support, client(support), "thanks-client", with(own, "volunteer", volunteer(support).name()), null);
        send(support, volunteer(support), "thanks-volunteer", with(own, "client", client(support).name()), null);
    }

    /** To both by name, and to whoever asked for the client, who need not know the volunteer's name. */
    private void toAll(RunningSupport support, String template) {
        var reference = Map.of("reference", requests.facts(support.caseId()).reference());
        send(support, client(support), template, with(reference, "other", volunteer(support).name()), null);
        send(support, volunteer(support), template, with(reference, "other", client(support).name()), null);
        var requester = requests.requester(support.caseId());
        if (requester.role() != AskedBy.SELF) {
            send(support, new Recipient(Role.REQUESTER, requester.name(), requester.email(), requester.phone(), requester.language()),
                    template, reference, null);
        }
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
