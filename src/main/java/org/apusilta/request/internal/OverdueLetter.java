package org.apusilta.request.internal;

import java.util.Locale;
import java.util.Map;
import org.apusilta.engine.TaskOverdue;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.apusilta.request.HelpRequests;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The team lead hears of each task whose deadline has passed, once: at the address of their office, in the working language. */
@Component
class OverdueLetter {

    private final HelpRequests requests;
    private final Messages messages;
    private final MessageSource texts;
    private final Locale language;
    private final String address;

    OverdueLetter(@Lazy HelpRequests requests, @Lazy Messages messages, MessageSource texts, @Value("${apusilta.language}") String language,
            @Value("${apusilta.messages.lead:}") String address) {
        this.requests = requests;
        this.messages = messages;
        this.texts = texts;
        this.language = Locale.forLanguageTag(language);
        this.address = address;
    }

    @EventListener
    void tell(TaskOverdue overdue) {
        if (address.isBlank()) {
            return;
        }
        requests.find(overdue.caseId()).ifPresent(request -> messages.send(new Draft(request.id(),
                new Recipient(Role.STAFF, texts.getMessage("mail.lead", null, language), address, null, language.getLanguage()),
                "team-lead-overdue", Map.of("reference", request.reference(), "step", step(overdue)), null)));
    }

    private String step(TaskOverdue overdue) {
        return texts.getMessage(overdue.process() + "." + overdue.taskKey() + ".name", null, overdue.taskKey(), language);
    }
}
