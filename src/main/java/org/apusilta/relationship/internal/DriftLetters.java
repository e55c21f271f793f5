package org.apusilta.relationship.internal;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.relationship.Supports.Drift;
import org.apusilta.relationship.Supports.DriftOutcome;
import org.apusilta.request.AskedBy;
import org.apusilta.request.HelpRequests;
import org.apusilta.request.TellBack;
import org.apusilta.volunteer.Volunteers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who hears what was decided on something that was not agreed. Nothing of what the volunteer wrote leaves the house. */
@Service
@Transactional
public class DriftLetters {

    private final Drifts drifts;
    private final SupportRows supports;
    private final HelpRequests requests;
    private final Volunteers volunteers;
    private final Messages messages;

    DriftLetters(Drifts drifts, SupportRows supports, HelpRequests requests, Volunteers volunteers, Messages messages) {
        this.drifts = drifts;
        this.supports = supports;
        this.requests = requests;
        this.volunteers = volunteers;
        this.messages = messages;
    }

    /** To who asked for the client, or to the client who asked themselves: where help with it is found. */
    public void toReferrer(String instanceId) {
        var drift = drifts.behind(instanceId).orElseThrow();
        var to = referrer(drift);
        var language = Locale.forLanguageTag(to.language());
        var facts = new HashMap<>(Map.of("reference", requests.facts(drift.caseId()).reference(),
                "returned", ("– " + drifts.name(drift.code(), language) + ". " + drifts.advice(drift.code(), language).orElse("")).strip()));
        drifts.ownAdvice(drift.id()).ifPresent(advice -> facts.put("reason", advice));
        messages.send(new Messages.Draft(drift.caseId(), to, "drift-returned", facts, null));
    }

    /** To the volunteer: whoever tells something hears what came of it. */
    public void toVolunteer(String instanceId) {
        var drift = drifts.behind(instanceId).orElseThrow();
        var volunteer = volunteers.contact(supports.findByCaseId(drift.caseId()).orElseThrow().volunteerId()).orElseThrow();
        var language = Locale.forLanguageTag(volunteer.language());
        var facts = new HashMap<>(Map.of("piece", drifts.name(drift.code(), language)));
        if (drift.outcome() == DriftOutcome.PROFESSIONAL) {
            facts.put("professional", "true");
            drifts.advice(drift.code(), language).ifPresent(advice -> facts.put("advice", advice));
        } else {
            facts.put(drift.outcome() == DriftOutcome.COVERED ? "covered" : "fine", "true");
        }
        messages.send(new Messages.Draft(drift.caseId(), new Recipient(Role.VOLUNTEER, volunteer.name(), volunteer.email(), volunteer.phone(), volunteer.language()),
                "drift-decided", facts, null));
    }

    private Recipient referrer(Drift drift) {
        var asker = requests.requester(drift.caseId());
        if (asker.role() != AskedBy.SELF && requests.mayTell(drift.caseId()).includes(TellBack.OUTCOME)) {
            return new Recipient(Role.REQUESTER, asker.name(), asker.email(), asker.phone(), asker.language());
        }
        var client = requests.client(drift.caseId());
        return new Recipient(Role.CLIENT, client.name(), client.email(), client.phone(), client.language());
    }
}
