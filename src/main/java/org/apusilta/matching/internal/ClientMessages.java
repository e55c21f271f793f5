package org.apusilta.matching.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.request.HelpRequests;
import org.apusilta.volunteer.Volunteers;
import org.springframework.stereotype.Component;

/** Writes to the client who is asked, and to the volunteer what came of it. Who has no e-mail and no phone is called by the coordinator. */
@Component
class ClientMessages {

    /** Which page the client's link opens. */
    static final String PURPOSE = "client-offer";

    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final Messages messages;
    private final HelpRequests requests;
    private final Volunteers volunteers;
    private final Portraits portraits;
    private final OfferWords words;
    private final Clock clock;

    ClientMessages(Messages messages, HelpRequests requests, Volunteers volunteers, Portraits portraits, OfferWords words, Clock clock) {
        this.messages = messages;
        this.requests = requests;
        this.volunteers = volunteers;
        this.portraits = portraits;
        this.words = words;
        this.clock = clock;
    }

    void proposed(ClientSide.Row offer) {
        var client = client(offer.caseId());
        if (reachable(client)) {
            var who = portraits.of(offer.caseId(), offer.volunteerId(), Locale.forLanguageTag(client.language()));
            var facts = new HashMap<>(Map.of("volunteer", who.givenName(), "age", who.age(), "languages", who.languages(), "answerBy", day(offer)));
            if (!who.interests().isEmpty()) {
                facts.put("interests", who.interests());
            }
            messages.send(new Draft(offer.caseId(), client, "client-offer", facts, link(offer)));
        }
    }

    void reminded(ClientSide.Row offer) {
        var client = client(offer.caseId());
        if (reachable(client)) {
            var name = volunteers.contact(offer.volunteerId()).orElseThrow().givenName();
            messages.send(new Draft(offer.caseId(), client, "client-offer-reminder", Map.of("volunteer", name, "answerBy", day(offer)), link(offer)));
        }
    }

    /** Thanks the volunteer: somebody else goes on, and nothing is written about it anywhere. */
    void declined(ClientSide.Row offer) {
        messages.revokeLinks(offer.caseId(), PURPOSE);
        var one = volunteers.contact(offer.volunteerId()).orElseThrow();
        var volunteer = new Recipient(Recipient.Role.VOLUNTEER, one.name(), one.email(), one.phone(), one.language());
        var task = words.of(offer.caseId(), Locale.forLanguageTag(volunteer.language())).task();
        messages.send(new Draft(offer.caseId(), volunteer, "offer-not-this-time", Map.of("task", task), null));
    }

    /** The client had been told of this volunteer, who does not come now; we go on looking. @param changed because what is asked for has changed */
    void released(Offers.Row offer, boolean changed) {
        var facts = new HashMap<>(Map.of("volunteer", volunteers.contact(offer.volunteerId()).orElseThrow().givenName()));
        if (changed) {
            facts.put("changed", "true");
        }
        messages.send(new Draft(offer.caseId(), client(offer.caseId()), "volunteer-not-coming", facts, null));
    }

    private Recipient client(UUID caseId) {
        var client = requests.client(caseId);
        return new Recipient(Recipient.Role.CLIENT, client.name(), client.email(), client.phone(), client.language());
    }

    private static boolean reachable(Recipient client) {
        return client.email() != null || client.phone() != null;
    }

    private LinkFor link(ClientSide.Row offer) {
        return new LinkFor(PURPOSE, offer.id(), Duration.between(clock.instant(), Objects.requireNonNull(offer.clientAnswerBy())).plus(AFTERWARDS));
    }

    private static String day(ClientSide.Row offer) {
        return Objects.requireNonNull(offer.clientAnswerBy()).atZone(Asks.HELSINKI).toLocalDate().toString();
    }
}
