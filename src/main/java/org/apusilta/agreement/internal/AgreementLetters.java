package org.apusilta.agreement.internal;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.apusilta.agreement.Agreements.Version;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Writes to both sides about their agreement. The link outlives the deadline: people may read what they agreed to. */
@Component
class AgreementLetters {

    private static final Duration VALID = Duration.ofDays(60);

    private final Messages messages;
    private final HelpRequests requests;
    private final Volunteers volunteers;

    AgreementLetters(Messages messages, @Lazy HelpRequests requests, @Lazy Volunteers volunteers) {
        this.messages = messages;
        this.requests = requests;
        this.volunteers = volunteers;
    }

    void ask(Version version, Side side) {
        send(version, side, side == Side.CLIENT ? "agreement-confirm-client" : "agreement-confirm-volunteer",
                named(version, side, "volunteer", Map.of("task", list(version.task()), "help", list(version.help()), "excluded", list(version.excluded()))));
    }

    void remind(Version version, Side side) {
        send(version, side, "agreement-reminder", named(version, side, "other", Map.of()));
    }

    /** The client reads the volunteer's name in the mail; the client's own stands behind the volunteer's link only. */
    private Map<String, String> named(Version version, Side side, String fact, Map<String, String> facts) {
        if (side == Side.VOLUNTEER) {
            return facts;
        }
        var all = new HashMap<>(facts);
        all.put(fact, name(version, Side.VOLUNTEER));
        return all;
    }

    void takeBack(UUID caseId) {
        messages.revokeLinks(caseId, Side.CLIENT.purpose(), Side.VOLUNTEER.purpose());
    }

    /** @return full name of this side */
    String name(Version version, Side side) {
        return to(version, side).name();
    }

    private void send(Version version, Side side, String template, Map<String, String> facts) {
        messages.send(new Draft(version.caseId(), to(version, side), template, facts, new LinkFor(side.purpose(), version.id(), VALID)));
    }

    private Recipient to(Version version, Side side) {
        if (side == Side.VOLUNTEER) {
            var volunteer = volunteers.contact(version.volunteerId()).orElseThrow();
            return new Recipient(Role.VOLUNTEER, volunteer.name(), volunteer.email(), volunteer.phone(), volunteer.language());
        }
        var client = requests.client(version.caseId());
        return new Recipient(Role.CLIENT, client.name(), client.email(), client.phone(), client.language());
    }

    private static String list(String lines) {
        return lines.lines().map(l -> "\n– " + l).reduce("", String::concat);
    }
}
