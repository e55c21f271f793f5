package org.apusilta.matching.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to the volunteer who is asked. */
@Component
class OfferMessages {

    /** Which page an offer's link opens. */
    static final String PURPOSE = "offer";

    /** The matched volunteer's own page. */
    static final String VISIT = "visit";

    /** The page itself closes the day the support or the request ends. */
    private static final Duration WHILE_IT_LASTS = Duration.ofDays(400);

    /** The link outlives the offer, so that who comes late reads that it is closed, and not that the link is unknown. */
    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final Messages messages;
    private final Volunteers volunteers;
    private final OfferWords words;
    private final Clock clock;

    OfferMessages(Messages messages, Volunteers volunteers, OfferWords words, Clock clock) {
        this.messages = messages;
        this.volunteers = volunteers;
        this.words = words;
        this.clock = clock;
    }

    void offered(Offers.Row offer) {
        var volunteer = recipient(offer.volunteerId());
        var told = words.of(offer.caseId(), Locale.forLanguageTag(volunteer.language()));
        var facts = new HashMap<>(Map.of("task", told.task(), "area", told.area(), "languages", told.languages(), "answerBy", day(offer)));
        put(facts, "times", told.times());
        put(facts, "hours", told.hours());
        messages.send(new Draft(offer.caseId(), volunteer, "offer", facts, link(offer)));
    }

    void reminded(Offers.Row offer) {
        var volunteer = recipient(offer.volunteerId());
        var told = words.of(offer.caseId(), Locale.forLanguageTag(volunteer.language()));
        messages.send(new Draft(offer.caseId(), volunteer, "offer-reminder",
                Map.of("task", told.task(), "area", told.area(), "answerBy", day(offer)), link(offer)));
    }

    /** Both have said yes: from now on the client's details are behind the volunteer's link. */
    void agreed(Offers.Row offer) {
        var volunteer = recipient(offer.volunteerId());
        var told = words.of(offer.caseId(), Locale.forLanguageTag(volunteer.language()));
        messages.send(new Draft(offer.caseId(), volunteer, "both-said-yes", Map.of("task", told.task()), new LinkFor(VISIT, offer.volunteerId(), WHILE_IT_LASTS)));
    }

    /** What either side could answer or read behind a link is over. */
    void closeLinks(UUID caseId) {
        messages.revokeLinks(caseId, PURPOSE, ClientMessages.PURPOSE, VISIT);
    }

    /** Says that the volunteer is not needed after all. */
    void withdrawn(Offers.Row offer) {
        var volunteer = recipient(offer.volunteerId());
        var told = words.of(offer.caseId(), Locale.forLanguageTag(volunteer.language()));
        messages.send(new Draft(offer.caseId(), volunteer, "offer-withdrawn", Map.of("task", told.task()), null));
    }

    private Recipient recipient(UUID volunteerId) {
        var one = volunteers.contact(volunteerId).orElseThrow();
        return new Recipient(Recipient.Role.VOLUNTEER, one.name(), one.email(), one.phone(), one.language());
    }

    private LinkFor link(Offers.Row offer) {
        return new LinkFor(PURPOSE, offer.id(), Duration.between(clock.instant(), offer.expiresAt()).plus(AFTERWARDS));
    }

    private static String day(Offers.Row offer) {
        return offer.expiresAt().atZone(Asks.HELSINKI).toLocalDate().toString();
    }

    private static void put(Map<String, String> facts, String name, @Nullable String value) {
        if (value != null) {
            facts.put(name, value);
        }
    }
}
