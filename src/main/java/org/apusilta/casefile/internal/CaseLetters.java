package org.apusilta.casefile.internal;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.UUID;
import org.apusilta.casefile.CaseFile.Message;
import org.apusilta.messaging.Messages;
import org.springframework.stereotype.Component;

/** The messages of a case, as staff may read them. */
@Component
class CaseLetters {

    private final Messages messages;
    private final CaseNames names;

    CaseLetters(Messages messages, CaseNames names) {
        this.messages = messages;
        this.names = names;
    }

    /** Links in a message act for the recipient, so nobody else sees them. */
    List<Message> of(UUID caseId, Wording words) {
        return messages.of(caseId).stream()
                .map(m -> new Message(m.id(), words.of("role." + m.role()), words.orElse("channel." + m.channel(), m.channel()), m.subject(),
                        m.withoutLinks(words.of("link")).body(), m.writtenAt(), m.sentAt(), words.of("message." + m.state()),
                        m.toTell(), names.staff(m.toldBy()), m.toldAt()))
                .toList();
    }

    /** @throws NoSuchElementException when the case has no such message that is a person's to tell */
    void told(UUID caseId, UUID message, String by) {
        if (!messages.told(caseId, message, by)) {
            throw new NoSuchElementException("no such message to tell");
        }
    }
}
