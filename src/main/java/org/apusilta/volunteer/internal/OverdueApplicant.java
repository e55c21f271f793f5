package org.apusilta.volunteer.internal;

import java.util.Locale;
import java.util.Map;
import org.apusilta.engine.TaskOverdue;
import org.apusilta.messaging.Messages;
import org.apusilta.messaging.Messages.Draft;
import org.apusilta.messaging.Recipient;
import org.apusilta.messaging.Recipient.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Lazy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The team lead hears of each applicant's step that is late, and the manager when it still stands. */
@Component
class OverdueApplicant {

    private final ApplicationRows rows;
    private final Messages messages;
    private final MessageSource texts;
    private final Locale language;
    private final String lead;
    private final String manager;

    OverdueApplicant(ApplicationRows rows, @Lazy Messages messages, MessageSource texts, @Value("${apusilta.language}") String language,
            @Value("${apusilta.messages.lead:}") String lead, @Value("${apusilta.messages.manager:}") String manager) {
        this.rows = rows;
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
        if (!address.isBlank()) {
            rows.find(overdue.caseId()).ifPresent(one -> messages.send(new Draft(one.id(),
                    new Recipient(Role.STAFF, texts.getMessage(toManager ? "mail.manager" : "mail.lead", null, language), address, null, language.getLanguage()),
                    toManager ? "manager-overdue" : "team-lead-overdue",
                    Map.of("reference", one.reference(), "step", texts.getMessage(overdue.process() + "." + overdue.taskKey() + ".name", null, overdue.taskKey(), language)), null)));
        }
    }
}
