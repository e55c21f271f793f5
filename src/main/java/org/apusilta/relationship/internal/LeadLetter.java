package org.apusilta.relationship.internal;

import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.request.HelpRequests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What the team lead hears of a concern: that there is one, and in which case; never what it is about. */
@Component
class LeadLetter {

    private final Messages messages;
    private final HelpRequests requests;
    private final MessageSource texts;
    private final Locale language;
    private final String address;

    LeadLetter(Messages messages, HelpRequests requests, MessageSource texts, @Value("${apusilta.language}") String language,
            @Value("${apusilta.messages.lead:}") String address) {
        this.messages = messages;
        this.requests = requests;
        this.texts = texts;
        this.language = Locale.forLanguageTag(language);
        this.address = address;
    }

    /** A support has ended with a broken promise; what it was stands in the case. */
    void breach(UUID caseId) {
        if (!address.isBlank()) {
            messages.send(new Messages.Draft(caseId, lead(), "team-lead-breach", Map.of("reference", requests.facts(caseId).reference()), null));
        }
    }

    private Recipient lead() {
        return new Recipient(Role.STAFF, texts.getMessage("mail.lead", null, language), address, null, language.getLanguage());
    }

    void concern(UUID caseId, boolean safeguarding) {
        if (!address.isBlank()) {
            messages.send(new Messages.Draft(caseId, lead(), "team-lead-concern",
                    Map.of("reference", requests.facts(caseId).reference(), "safeguarding", String.valueOf(safeguarding)), null));
        }
    }
}
