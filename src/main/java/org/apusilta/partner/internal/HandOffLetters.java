package org.apusilta.partner.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.partner.HandOffs.HandOff;
import org.apusilta.partner.Partner;
import org.apusilta.partner.Partners;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.TellBack;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to the partner, and tells the client and who asked at each step. */
@Component
class HandOffLetters {

    /** Which pages the links open. */
    static final String PARTNER_PAGE = "partner-hand-off";
    static final String ARRIVAL_PAGE = "help-arrived";

    /** From the asking to the answer, the month after it and the question whether help has arrived. */
    private static final Duration LINK = Duration.ofDays(120);

    private final Messages messages;
    private final HelpRequests requests;
    private final Partners partners;
    private final HandOffWords words;

    HandOffLetters(Messages messages, HelpRequests requests, Partners partners, HandOffWords words) {
        this.messages = messages;
        this.requests = requests;
        this.partners = partners;
        this.words = words;
    }

    /** With the link: what is asked, where and by when to answer; no name. */
    void toPartner(HandOff one, String template, Instant answerBy) {
        var to = contact(one);
        var told = words.of(one.caseId(), Locale.forLanguageTag(to.language()));
        messages.send(new Draft(one.caseId(), to, template, Map.of("task", told.task(), "area", told.area(), "answerBy", day(answerBy)), link(one, PARTNER_PAGE)));
    }

    /** To a member of a network that said yes: it goes another way. They know no reference and no name. */
    void notPassed(UUID caseId, UUID member) {
        var to = contact(member);
        var told = words.anonymous(caseId, Locale.forLanguageTag(to.language()));
        messages.send(new Draft(caseId, to, "network-not-passed", Map.of("task", told.task(), "area", told.area()), null));
    }

    /** By reference only. @param linked whether the link to the contact details goes along */
    void toPartner(HandOff one, String template, boolean linked) {
        messages.send(new Draft(one.caseId(), contact(one), template, Map.of("reference", reference(one)), linked ? link(one, PARTNER_PAGE) : null));
    }

    /** To who asked, where the client agreed that they hear so much, and to the client who can be reached or who is the only one to hear it. */
    void toBoth(HandOff one, TellBack what, String template) {
        var facts = Map.of("reference", reference(one), "partner", partner(one).name());
        var asker = asker(one, what);
        asker.ifPresent(to -> messages.send(new Draft(one.caseId(), to, template, facts, null)));
        if (asker.isEmpty() || reachable(one)) {
            messages.send(new Draft(one.caseId(), client(one), template, facts, null));
        }
    }

    /** The client knows best; who cannot be reached by a message is asked through who asked for them, if they may know. */
    void arrivalQuestion(HandOff one, Instant answerBy) {
        var to = reachable(one) ? client(one) : asker(one, TellBack.OUTCOME).orElseGet(() -> client(one));
        messages.send(new Draft(one.caseId(), to, "help-arrived", Map.of("reference", reference(one), "partner", partner(one).name(), "answerBy", day(answerBy)),
                link(one, ARRIVAL_PAGE)));
    }

    /** Only when the search is over: until then who comes late reads that it is taken. */
    void closeNetworkLinks(UUID caseId) {
        messages.revokeLinks(caseId, AskingNetwork.PAGE);
    }

    void closeLinks(UUID caseId) {
        messages.revokeLinks(caseId, PARTNER_PAGE, ARRIVAL_PAGE);
    }

    /** @return who asked for somebody else and may hear so much */
    private Optional<Recipient> asker(HandOff one, TellBack what) {
        var asker = requests.requester(one.caseId());
        return asker.role() == AskedBy.SELF || !requests.mayTell(one.caseId()).includes(what) ? Optional.empty()
                : Optional.of(new Recipient(Role.REQUESTER, asker.name(), asker.email(), asker.phone(), asker.language()));
    }

    private boolean reachable(HandOff one) {
        var client = requests.client(one.caseId());
        return client.email() != null || client.phone() != null;
    }

    private Recipient client(HandOff one) {
        var client = requests.client(one.caseId());
        return new Recipient(Role.CLIENT, client.name(), client.email(), client.phone(), client.language());
    }

    private Recipient contact(HandOff one) {
        return contact(java.util.Objects.requireNonNull(one.partner()));
    }

    private Recipient contact(UUID partner) {
        var contact = partners.find(partner).orElseThrow().contacts().get(0);
        return new Recipient(Role.PARTNER, contact.name(), contact.email(), contact.phone(), contact.language());
    }

    private Partner partner(HandOff one) {
        return partners.find(java.util.Objects.requireNonNull(one.partner())).orElseThrow();
    }

    private String reference(HandOff one) {
        return requests.facts(one.caseId()).reference();
    }

    private static @Nullable LinkFor link(HandOff one, String page) {
        return new LinkFor(page, one.id(), LINK);
    }

    private static String day(Instant at) {
        return at.atZone(HandOffWords.HELSINKI).toLocalDate().toString();
    }
}
