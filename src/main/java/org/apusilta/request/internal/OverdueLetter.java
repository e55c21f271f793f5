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

/**
 * The team lead hears of each task whose deadline has passed, once, and the manager when it still stands after the further
 * deadline (R24): at the addresses of their offices, in the working language.
 */
@Component
class OverdueLetter {

    private final HelpRequests requests;
    private final Messages messages;
    private final MessageSource texts;
    private final Locale language;
    private final String lead;
    private final String manager;

    OverdueLetter(@Lazy HelpRequests requests, @Lazy Messages messages, MessageSource texts, @Value("${apusilta.language}") String language,
            @Value("${apusilta.messages.lead:}") String lead, @Value("${apusilta.messages.manager:}") String manager) {
        this.requests = requests;
        this.messages = messages;
        this.texts = texts;
        this.language = Locale.forLanguageTag(language);
        this.lead = lead;
        this.manager = manager;
    }

    @EventListener
    void tell(TaskOverdue overdue) {
        var toManager = overdue.whom() == TaskOverdue.Whom.MANAGER;
        var address = toManager ? manager : lead;
        if (address.isBlank()) {
            return;
        }
        var name = texts.getMessage(toManager ? "mail.manager" : "mail.lead", null, language);
        requests.find(overdue.caseId()).ifPresent(request -> messages.send(new Draft(request.id(),
                new Recipient(Role.STAFF, name, address, null, language.getLanguage()), toManager ? "manager-overdue" : "team-lead-overdue",
                Map.of("reference", request.reference(), "step", step(overdue)), null)));
    }

    private String step(TaskOverdue overdue) {
        return texts.getMessage(overdue.process() + "." + overdue.taskKey() + ".name", null, overdue.taskKey(), language);
    }
}
