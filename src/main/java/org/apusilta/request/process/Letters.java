package org.apusilta.request.process;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Messages.LinkFor;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.TellBack;
import org.apusilta.volunteer.Volunteers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes to the people of a request. Who asks for themselves hears once, as the client. */
@Component
class Letters {

    private final HelpRequests requests;
    private final Volunteers volunteers;
    private final Messages messages;

    Letters(HelpRequests requests, Volunteers volunteers, Messages messages) {
        this.requests = requests;
        this.volunteers = volunteers;
        this.messages = messages;
    }

    /**
     * To who asked, as far as the client has agreed; else to the client, so that somebody hears it.
     *
     * @param what how much it tells: NOTHING when it is needed to handle the request @param facts null values are left out
     */
    void toRequester(UUID caseId, TellBack what, String template, Map<String, @Nullable String> facts, @Nullable LinkFor link) {
        send(caseId, requester(caseId, what), template, facts, link);
    }

    /** To who asked, as above, and, when another asked, to the client who can be reached. */
    void toBoth(UUID caseId, TellBack what, String template, Map<String, @Nullable String> facts, @Nullable LinkFor link) {
        var told = requester(caseId, what);
        send(caseId, told, template, facts, link);
        var client = requests.client(caseId);
        if (told.role() != Role.CLIENT && (client.email() != null || client.phone() != null)) {
            send(caseId, client(caseId), template, facts, link);
        }
    }

    /** @return the language of who hears what {@link #toRequester} tells */
    Locale reader(UUID caseId, TellBack what) {
        return Locale.forLanguageTag(requester(caseId, what).language());
    }

    void toClient(UUID caseId, String template, Map<String, @Nullable String> facts, @Nullable LinkFor link) {
        send(caseId, client(caseId), template, facts, link);
    }

    void toVolunteer(UUID caseId, UUID volunteerId, String template, Map<String, @Nullable String> facts, @Nullable LinkFor link) {
        volunteers.contact(volunteerId).ifPresent(v ->
                send(caseId, new Recipient(Role.VOLUNTEER, v.name(), v.email(), v.phone(), v.language()), template, facts, link));
    }

    private Recipient requester(UUID caseId, TellBack what) {
        var asker = requests.requester(caseId);
        return asker.role() == AskedBy.SELF || !requests.mayTell(caseId).includes(what) ? client(caseId)
                : new Recipient(Role.REQUESTER, asker.name(), asker.email(), asker.phone(), asker.language());
    }

    private Recipient client(UUID caseId) {
        var client = requests.client(caseId);
        return new Recipient(Role.CLIENT, client.name(), client.email(), client.phone(), client.language());
    }

    private void send(UUID caseId, Recipient to, String template, Map<String, @Nullable String> facts, @Nullable LinkFor link) {
        var known = new HashMap<String, String>();
        facts.forEach((name, value) -> {
            if (value != null) {
                known.put(name, value);
            }
        });
        messages.send(new Draft(caseId, to, template, known, link));
    }
}
