package org.apusilta.matching.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.TellBack;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Writes to the client who waits, and tells who asked for them what the client has agreed may be told. */
@Component
class WaitingMessages {

    /** Which page the client's link opens. */
    static final String PURPOSE = "still-wanted";

    private static final Duration AFTERWARDS = Duration.ofDays(30);

    private final Messages messages;
    private final HelpRequests requests;
    private final WaitEstimates estimates;
    private final InterimOffers offers;
    private final MessageSource texts;
    private final Clock clock;

    WaitingMessages(Messages messages, HelpRequests requests, WaitEstimates estimates, InterimOffers offers, MessageSource texts, Clock clock) {
        this.messages = messages;
        this.requests = requests;
        this.estimates = estimates;
        this.offers = offers;
        this.texts = texts;
        this.clock = clock;
    }

    /** @return whether the client has an e-mail or a mobile phone; else a coordinator calls */
    boolean reachable(UUID caseId) {
        var client = requests.client(caseId);
        return client.email() != null || client.phone() != null;
    }

    void asked(WaitingRows.ContactRow contact) {
        var client = client(contact.caseId());
        var reader = Locale.forLanguageTag(client.language());
        var facts = new HashMap<>(java.util.Map.of("estimate", estimates.words(contact.caseId(), reader), "answerBy", contact.answerBy().toString()));
        var interim = offers.of(contact.caseId(), reader);
        if (!interim.isEmpty()) {
            facts.put("interim", interim.stream().map(Interim::name).collect(Collectors.joining(", ")));
        }
        messages.send(new Draft(contact.caseId(), client, "still-wanted", facts, link(contact)));
    }

    void reminded(WaitingRows.ContactRow contact) {
        messages.send(new Draft(contact.caseId(), client(contact.caseId()), "still-wanted-reminder", java.util.Map.of("answerBy", contact.answerBy().toString()), link(contact)));
    }

    /** Who asked hears that the client waits, how long it may take and, where the client has agreed to it, what the client said. */
    void told(WaitingRows.ContactRow contact) {
        var may = requests.mayTell(contact.caseId());
        var asker = requests.requester(contact.caseId());
        if (asker.role() == AskedBy.SELF || !may.includes(TellBack.STATE)) {
            return;
        }
        var reader = WorkingLanguage.of(Locale.forLanguageTag(asker.language()));
        var facts = new HashMap<>(java.util.Map.of("reference", requests.facts(contact.caseId()).reference(), "estimate", estimates.words(contact.caseId(), reader)));
        if (may == TellBack.PROGRESS && contact.answer() != null) {
            facts.put("answer", texts.getMessage("matching.waiting.said." + contact.answer(), null, reader));
        }
        messages.send(new Draft(contact.caseId(), new Recipient(Recipient.Role.REQUESTER, asker.name(), asker.email(), asker.phone(), asker.language()),
                "waiting-told", facts, null));
    }

    void closeLinks(UUID caseId) {
        messages.revokeLinks(caseId, PURPOSE);
    }

    private Recipient client(UUID caseId) {
        var client = requests.client(caseId);
        return new Recipient(Recipient.Role.CLIENT, client.name(), client.email(), client.phone(), client.language());
    }

    private LinkFor link(WaitingRows.ContactRow contact) {
        var until = contact.promisedOn().plusDays(1).atStartOfDay(Asks.HELSINKI).toInstant();
        return new LinkFor(PURPOSE, contact.id(), Duration.between(clock.instant(), until).plus(AFTERWARDS));
    }
}
