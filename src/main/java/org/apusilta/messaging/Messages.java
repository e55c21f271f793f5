package org.apusilta.messaging;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The one door out. {@link #send} writes a row in the caller's transaction; a sender delivers it afterwards, on any node, with
 * retry. Texts come from {@code templates/messages/<template>.{html,txt}} and {@code i18n/messages_{fi,sv,en}.properties}
 * ({@code <template>.subject} …), in the recipient's language. Subjects hold no personal data.
 */
public interface Messages {

    /**
     * @param template name in kebab-case, such as {@code request-received}
     * @param facts values the template may print; plain text, escaped by the template
     * @param link a link to give along, or null
     */
    record Draft(UUID caseId, Recipient to, String template, Map<String, String> facts, @Nullable LinkFor link) {}

    /**
     * A link that opens one page for one purpose.
     *
     * @param purpose which {@link LinkPage} answers, such as {@code offer}
     * @param subject id of the thing the page is about (an offer, an agreement side …)
     */
    record LinkFor(String purpose, UUID subject, Duration validFor) {}

    /** What was sent, as the Case tab and the demo's mailbox show it. */
    record Sent(UUID id, UUID caseId, String template, Recipient.Role role, String to, String channel, String subject,
            String body, List<String> links, Instant writtenAt, @Nullable Instant sentAt, String state) {}

    /** Writes one message to be sent after the commit. @return its id */
    UUID send(Draft draft);

    /** @return what was written in this case, oldest first */
    List<Sent> of(UUID caseId);
}
